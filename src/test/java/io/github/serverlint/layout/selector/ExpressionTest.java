package io.github.serverlint.layout.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Span PLACE = Span.at(new SourceFile("lab.yaml", "x"), 1, 1);

    @ParameterizedTest
    @CsvSource({"(a+)+$, a", "(a|aa)+$, a", "(.*)*(.*)*x, a", "([a-z]|b)*c, b"})
    void givesUpWhatDoesNotComeToAnEnd(String expression, String letter) throws MalformedSelector {
        Expression hostile = Expression.of(expression);
        String text = letter.repeat(9_000) + "!";
        assertThatThrownBy(() -> hostile.find(text, PLACE)).isInstanceOfSatisfying(TooCostly.class, e -> {
            assertThat(e.what()).isEqualTo(expression);
            assertThat(e.value()).isEqualTo(PLACE);
        });
    }

    @Test
    void doesNotTryTextsThatNameNothing() throws MalformedSelector {
        Expression anything = Expression.of(".*");
        assertThat(anything.find("a".repeat(10_000), PLACE)).isPresent();
        assertThat(anything.find("a".repeat(10_001), PLACE)).isEmpty();
        assertThat(anything.matches("a".repeat(10_001), PLACE)).isFalse();
    }

    @Test
    void findsGroupsAndTheRest() throws MalformedSelector {
        Expression expression = Expression.of("-(?<v>[0-9]+)(?<none>x)?-");
        Expression.Found found = expression.find("ab-12-cd", PLACE).orElseThrow();
        assertThat(expression.groups()).containsExactly("v", "none");
        assertThat(found.group("v")).contains("12");
        assertThat(found.group("none")).isEmpty();
        assertThat(found.text()).isEqualTo("-12-");
        assertThat(found.rest()).isEqualTo("abcd");
        assertThat(expression.find("ab", PLACE)).isEmpty();
    }

    @Test
    void saysWhereAnExpressionIsWrong() {
        MalformedSelector fault = catchThrowableOfType(MalformedSelector.class, () -> Expression.of("ab[c"));
        assertThat(fault.column()).isEqualTo(4);
        assertThat(fault.problem()).isEqualTo("This is no regular expression: unclosed character class.");
    }

    /** Java reads an expression in as many calls as its brackets are deep, and says so where they are too many. */
    @ParameterizedTest
    @ValueSource(strings = {"(", "(?:", "[", "(?=", "(a|"})
    void bracketsThatAreTooDeepAreRefused(String bracket) {
        assertThatThrownBy(() -> Expression.of(bracket.repeat(200_000))).isInstanceOf(MalformedSelector.class);
        String closed = bracket.repeat(200_000) + "a" + (bracket.equals("[") ? "]" : ")").repeat(200_000);
        assertThatThrownBy(() -> Expression.of(closed)).isInstanceOf(MalformedSelector.class);
    }
}
