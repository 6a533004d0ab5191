package io.github.serverlint.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern takes, and that it does so at once. */
class AntPatternTest {
    private static final List<String> PARTS = List.of("a", "b", "/", "*", "**", "**/", "/**", "?", ".", "😀");

    @ParameterizedTest
    @CsvSource({
        "**/*.yaml, a.yaml, true",
        "**/*.yaml, x/y/a.yaml, true",
        "**/*.yaml, a.yml, false",
        "*.yaml, x/a.yaml, false",
        "x/, x/y/a, true",
        "x/**, x, true",
        "x/**, xy/a, false",
        "**/x/**, a/x/b, true",
        "x/**/y, x/y, true",
        "x/**/y, x/a/b/y, true",
        "?.yaml, 😀.yaml, true",
        "x\\y, x/y, true"
    })
    void takes(String pattern, String path, boolean taken) {
        assertThat(new AntPattern(pattern).matches(path)).isEqualTo(taken);
    }

    /** Nothing that looks like a definition is passed over in silence, and what is left out is named exactly. */
    @ParameterizedTest
    @CsvSource({
        "**/*.yml, x/mail.Yml, true",
        "**/*.yml, MAIL.YML, true",
        "**/*.YML, mail.yml, true",
        "x\\*.yml, x/mail.Yml, true",
        "x/*.yml, X/mail.yml, false",
        "mail.yml, Mail.yml, false",
        "**/*Map, x.SiteMap, true",
        "**/*.yml, mail.YM, false",
        "**/*.yml, .yml/MAIL, false",
        "**/*.yml, old/a.Yml, true",
        "**/*.yml, old/a.yml, false",
    })
    void anExtensionIsIncludedInAnyCapitals(String include, String path, boolean taken) {
        assertThat(new FileFilter(List.of(include), List.of("old/*.yml")).selects(path))
                .isEqualTo(taken);
    }

    /** As an expression would that says the same. */
    @Fuzzed(seeds = 5_000)
    void takesWhatAnExpressionTakes(Round round) {
        round.eachDrawn(random -> {
            String pattern = text(random, PARTS.size());
            String path = text(random, 3).concat(random.nextInt(5) == 0 ? ".😀" : "");
            assertThat(new AntPattern(pattern).matches(path))
                    .as(pattern + " and " + path)
                    .isEqualTo(expression(pattern).matcher(path).matches());
        });
    }

    private static String text(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(7); count > 0; count--) {
            text.append(PARTS.get(random.nextInt(parts)));
        }
        return text.toString();
    }

    private static Pattern expression(String pattern) {
        String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (whole.substring(i).equals("/**")) {
                regex.append("(?:/.*)?");
                i += 2;
            } else if (whole.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (whole.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                String c = whole.substring(i, i + 1);
                regex.append(c.equals("*") ? "[^/]*" : c.equals("?") ? "[^/]" : c.equals(".") ? "\\." : c);
            }
        }
        return Pattern.compile(regex.toString());
    }

    @Test
    void manyStarsAreNotTriedAgainstEachOther() throws Exception {
        AntPattern stars = new AntPattern("*a".repeat(60) + ".yaml");
        AntPattern folders = new AntPattern("**/".repeat(500) + "*.yaml");
        ProcessorTime.within(20, () -> {
            assertThat(stars.matches("a".repeat(200) + ".txt")).isFalse();
            assertThat(stars.matches("a".repeat(200) + ".yaml")).isTrue();
            assertThat(folders.matches("a/".repeat(40) + "b.txt")).isFalse();
            return true;
        });
    }
}
