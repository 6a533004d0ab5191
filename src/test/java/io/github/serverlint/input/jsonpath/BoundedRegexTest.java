package io.github.serverlint.input.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedRegexTest {
    private static final Span PLACE = Span.at(new SourceFile("lab.yaml", "x"), 1, 1);

    @ParameterizedTest
    @CsvSource({"(a+)+$, a", "(a|aa)+$, a", "(.*)*(.*)*x, a", "([a-z]|b)*c, b"})
    void givesUpWhatDoesNotComeToAnEnd(String expression, String letter) throws JsonPathSyntaxException {
        BoundedRegex hostile = BoundedRegex.of(expression);
        String text = letter.repeat(9_000) + "!";
        assertThatThrownBy(() -> hostile.find(text, PLACE)).isInstanceOfSatisfying(LimitExceeded.class, e -> {
            assertThat(e.what()).isEqualTo(expression);
            assertThat(e.value()).isEqualTo(PLACE);
        });
    }

    @Test
    void doesNotTryTextsThatNameNothing() throws JsonPathSyntaxException {
        BoundedRegex anything = BoundedRegex.of(".*");
        assertThat(anything.find("a".repeat(10_000), PLACE)).isPresent();
        assertThat(anything.find("a".repeat(10_001), PLACE)).isEmpty();
        assertThat(anything.matches("a".repeat(10_001), PLACE)).isFalse();
    }

    @Test
    void findsGroupsAndTheRest() throws JsonPathSyntaxException {
        BoundedRegex boundedRegex = BoundedRegex.of("-(?<v>[0-9]+)(?<none>x)?-");
        BoundedRegex.RegexMatch regexMatch =
                boundedRegex.find("ab-12-cd", PLACE).orElseThrow();
        assertThat(boundedRegex.groups()).containsExactly("v", "none");
        assertThat(regexMatch.group("v")).contains("12");
        assertThat(regexMatch.group("none")).isEmpty();
        assertThat(regexMatch.text()).isEqualTo("-12-");
        assertThat(regexMatch.rest()).isEqualTo("abcd");
        assertThat(boundedRegex.find("ab", PLACE)).isEmpty();
    }

    @Test
    void saysWhereAnExpressionIsWrong() {
        JsonPathSyntaxException fault =
                catchThrowableOfType(JsonPathSyntaxException.class, () -> BoundedRegex.of("ab[c"));
        assertThat(fault.column()).isEqualTo(4);
        assertThat(fault.problem()).isEqualTo("This is no regular expression: unclosed character class.");
    }

    /** Java reads an expression in as many calls as its brackets are deep, and says so where they are too many. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "(?:", "[", "(?=", "(a|"})
    void bracketsThatAreTooDeepAreRefused(String bracket) {
        assertThatThrownBy(() -> BoundedRegex.of(bracket.repeat(200_000))).isInstanceOf(JsonPathSyntaxException.class);
        String closed = bracket.repeat(200_000) + "a" + (bracket.equals("[") ? "]" : ")").repeat(200_000);
        assertThatThrownBy(() -> BoundedRegex.of(closed)).isInstanceOf(JsonPathSyntaxException.class);
    }
}
