package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseNamesTest {

    private static Product product(String key) {
        return Sample.CATALOG.product(key).orElseThrow();
    }

    private static String recognized(String key, String text) {
        Recognition recognition = Sample.CATALOG.recognize(product(key), text);
        if (recognition instanceof Recognized known) {
            return Stream.of(
                            known.release().id(),
                            known.level().map(Level::name).orElse(""),
                            known.edition().orElse(""),
                            known.architecture().map(Term::id).orElse(""))
                    .filter(part -> !part.isEmpty())
                    .reduce((a, b) -> a + " | " + b)
                    .orElseThrow();
        }
        return "unknown";
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/spellings.csv", delimiter = ';', commentCharacter = '#')
    void spellingsMean(String key, String text, String meaning) {
        assertThat(recognized(key, text)).isEqualTo(meaning);
    }

    static List<Release> releases() {
        return Sample.CATALOG.products().stream()
                .flatMap(product -> product.releases().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyNameSpellingLevelEditionAndBuildOfTheCatalogIsKnown(Release release) {
        Product product = Sample.CATALOG.product(release);
        List<String> names = new ArrayList<>(release.spellings());
        names.add(release.name());
        for (String name : names) {
            assertThat(recognized(product.id(), name)).isEqualTo(release.id());
            for (Level level : release.levels()) {
                assertThat(recognized(product.id(), name + " " + level)).isEqualTo(release.id() + " | " + level);
                assertThat(recognized(product.id(), (level + " " + name).toUpperCase()))
                        .isEqualTo(release.id() + " | " + level);
            }
            for (Term architecture : release.architectures()) {
                assertThat(recognized(product.id(), name + " (" + architecture.id() + ")"))
                        .isEqualTo(release.id() + " | " + architecture.id());
            }
        }
        for (Level level : release.levels()) {
            level.build()
                    .ifPresent(build -> assertThat(recognized(product.id(), build.toString()))
                            .isEqualTo(release.id() + " | " + level));
        }
        for (String edition : release.editions()) {
            assertThat(Sample.CATALOG.edition(release, edition)).contains(edition);
            assertThat(Sample.CATALOG.edition(release, edition + " Edition")).contains(edition);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aNameWithOneLetterOrDigitChangedIsNeverAnotherRelease(Release release) {
        Product product = Sample.CATALOG.product(release);
        Random random = new Random(release.id().hashCode());
        for (int i = 0; i < 2000; i++) {
            StringBuilder name = new StringBuilder(release.name());
            int at = random.nextInt(name.length());
            char with = "abcxyz0123456789.-?+<".charAt(random.nextInt(21));
            switch (random.nextInt(3)) {
                case 0 -> name.setCharAt(at, with);
                case 1 -> name.insert(at, with);
                default -> name.deleteCharAt(at);
            }
            // A digit that is changed may make the name of a sister; then it is that name, to the last character.
            boolean isASister =
                    product.releases().stream().anyMatch(sister -> squeezed(sister, name.toString(), product));
            String result = recognized(product.id(), name.toString());
            if (!isASister && !result.equals("unknown")) {
                assertThat(result).as(name.toString()).startsWith(release.id());
            }
        }
    }

    /** Whether a name, without the words that all releases share, is that of a release. */
    private static boolean squeezed(Release release, String name, Product product) {
        List<String> tokens = new ArrayList<>(Tokens.of(name));
        tokens.removeAll(product.words());
        return Stream.concat(Stream.of(release.name()), release.spellings().stream())
                .anyMatch(spelling -> {
                    List<String> known = new ArrayList<>(Tokens.of(spelling));
                    known.removeAll(product.words());
                    return known.equals(tokens);
                });
    }

    @Test
    void anUnknownNameComesWithTheNearestKnownOnes() {
        assertThat(fix("os", "Windows Server 20003")).contains("\"Windows Server 2003\"");
        assertThat(fix("exchange", "Exchagne Server 2003")).contains("\"Exchange Server 2003\"");
        assertThat(fix("exchange", "Domino 6"))
                .contains("Exchange Server 5.5", "Exchange 2000 Server", "Exchange Server 2003");
        assertThat(fix("exchange", "Exchange 2003 SP7")).isEqualTo("It has RTM, SP1, SP2.");
        assertThat(fix("os", "Windows Server 2003 R2 Web Edition"))
                .isEqualTo("Its editions are Standard, Enterprise, Datacenter, Small Business Server.");
        assertThat(fix("os", "Windows 2000 Server x64")).isEqualTo("There is one for x86.");
        assertThat(fix("exchange", "9.9.999")).isEqualTo("Known builds begin with 5.5, 6.0, 6.5.");
    }

    private static String fix(String key, String text) {
        return ((Unrecognized) Sample.CATALOG.recognize(product(key), text)).fix();
    }
}
