package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.read.CatalogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameParserTest {

    private static Product product(String key) {
        return Sample.CATALOG.product(key).orElseThrow();
    }

    /** Names that remember nothing: what was recognised once is not taken apart again. */
    private static ReleaseNameParser names(Product product) {
        return new ReleaseNameParser(product, Sample.CATALOG.architectures());
    }

    private static String recognized(String key, String text) {
        return recognized(names(product(key)), text);
    }

    private static String recognized(ReleaseNameParser names, String text) {
        Recognition recognition = names.recognize(text);
        if (recognition instanceof Candidates candidates) {
            return candidates.releases().stream()
                    .map(ReleaseNameParserTest::written)
                    .collect(Collectors.joining(" or "));
        }
        return recognition instanceof Recognized known ? written(known) : "unknown";
    }

    private static String written(Recognized known) {
        return Stream.of(
                        known.release().id(),
                        known.level().map(Level::name).orElse(""),
                        known.edition().orElse(""),
                        known.architecture().map(Term::id).orElse(""))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " | " + b)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/spellings.csv", delimiter = ';', commentCharacter = '#')
    void spellingsMean(String key, String text, String meaning) {
        assertThat(recognized(key, text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/image-names.csv", delimiter = ';', commentCharacter = '#')
    void namesOfImagesMean(int number, String key, String text, String meaning) {
        Recognition recognition = Sample.CATALOG.recognize(product(key), text);
        boolean ambiguous = recognition instanceof Unrecognized unrecognized
                && unrecognized.candidates().size() > 1;
        String several = recognition instanceof Candidates ? "candidates" : "ambiguous";
        assertThat(ambiguous || recognition instanceof Candidates ? several : recognized(key, text))
                .as(number + " " + text)
                .isEqualTo(meaning);
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
        ReleaseNameParser known = names(product);
        List<String> names = new ArrayList<>(release.spellings());
        names.add(release.name());
        for (String name : names) {
            assertThat(recognized(known, name)).isEqualTo(release.id());
            for (Level level : release.levels()) {
                assertThat(recognized(known, name + " " + level)).isEqualTo(release.id() + " | " + level);
                assertThat(recognized(known, (level + " " + name).toUpperCase()))
                        .isEqualTo(release.id() + " | " + level);
            }
            for (Term architecture : release.architectures()) {
                assertThat(recognized(known, name + " (" + architecture.id() + ")"))
                        .isEqualTo(release.id() + " | " + architecture.id());
            }
        }
        for (Level level : release.levels()) {
            level.build()
                    .ifPresent(build ->
                            assertThat(recognized(known, build.toString())).isEqualTo(release.id() + " | " + level));
        }
        for (String edition : release.editions()) {
            assertThat(edition(release, edition)).contains(edition);
            assertThat(edition(release, edition + " Edition")).contains(edition);
        }
    }

    @ParameterizedTest
    @Slow
    @Tag("large")
    @MethodSource("releases")
    void aNameWithOneLetterOrDigitChangedIsNeverAnotherRelease(Release release) {
        Product product = Sample.CATALOG.product(release);
        ReleaseNameParser known = names(product);
        Random random = new Random(release.id().hashCode());
        for (int i = 0; i < (Slow.WHOLE ? 500 : 30); i++) {
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
            String result = recognized(known, name.toString());
            if (!isASister && !result.equals("unknown")) {
                assertThat(result).as(name.toString()).startsWith(release.id());
            }
        }
    }

    /** Whether a name, without the words that all releases share, is that of a release. */
    private static boolean squeezed(Release release, String name, Product product) {
        List<String> tokens = new ArrayList<>(NameTokens.of(name));
        tokens.removeAll(product.words());
        return Stream.concat(Stream.of(release.name()), release.spellings().stream())
                .anyMatch(spelling -> {
                    List<String> known = new ArrayList<>(NameTokens.of(spelling));
                    known.removeAll(product.words());
                    return known.equals(tokens);
                });
    }

    @Test
    void anUnknownNameComesWithTheNearestKnownOnes() {
        assertThat(fix("os", "Windows Server 20003")).contains("\"Windows Server 2003\"");
        assertThat(fix("exchange", "Exchagne Server 2003")).contains("\"Exchange Server 2003\"");
        assertThat(fix("exchange", "Domino 6"))
                .contains("Exchange Server 5.5", "Exchange 2000 Server", "Exchange Server Subscription Edition");
        assertThat(fix("exchange", "Exchange 2003 SP7")).isEqualTo("It has RTM, SP1, SP2.");
        assertThat(fix("os", "Windows Server 2003 R2 Web Edition"))
                .isEqualTo("Its editions are Standard, Enterprise, Datacenter, Small Business Server.");
        assertThat(fix("os", "Windows 2000 Server x64")).isEqualTo("There is one for x86.");
        assertThat(fix("exchange", "9.9.999")).startsWith("Known builds begin with 5.5, 6.0, 6.5, ");
        assertThat(fix("exchange", "Windows Server 2022")).isEqualTo("Write it under the key \"os\".");
    }

    @Test
    void aNameThatMayBeSeveralReleasesNamesThem() {
        assertThat(problem("os", "win2016-x64,win2019-x64"))
                .isEqualTo("can mean Windows Server 2016 or Windows Server 2019");
        assertThat(problem("os", "windows-2016/windows-2019"))
                .isEqualTo("can mean Windows Server 2016 or Windows Server 2019");
        assertThat(problem("os", "Windows_Server-20H2-English-Core-Base-2022.05.11"))
                .startsWith("is a Semi-Annual Channel release, which ");
        assertThat(problem("exchange", "ExchangeServer2019-x64-SP9.ISO"))
                .isEqualTo("names SP9, which Exchange Server 2019 does not have");
        assertThat(problem("exchange", "ExchangeServer2019-CU13-CU14.ISO"))
                .isEqualTo("names two levels: CU13 and CU14");
        assertThat(problem("os", "ExchangeServer2019-x64-CU12.ISO"))
                .isEqualTo("is Exchange Server 2019, not a release of Windows Server");
    }

    @Test
    void whatIsLeftOverOfANameIsNotPassedOver() {
        assertThat(problem("os", "Windows Server 2012 R2 for friends"))
                .isEqualTo("names Windows Server 2012 R2, and more that is not understood");
        assertThat(problem("os", "Windows Server 2016 17763"))
                .as("with the build of another release")
                .isEqualTo(
                        "gives two answers: the name says Windows Server 2016, the build 10.0.17763 says Windows Server 2019");
        assertThat(problem("exchange", "Domino 6.5.7638"))
                .isEqualTo("is no release of Exchange Server that the catalog knows");
        assertThat(recognized("exchange", "Exchange 2003 SP")).isEqualTo("unknown");
        assertThat(problem("exchange", "Exchange 2003 SP two"))
                .isEqualTo("names Exchange Server 2003, and more that is not understood");
        assertThat(fix("exchange", "Exchange 2010 SP9")).isEqualTo("It has RTM, SP1, SP2, SP3, and their rollups.");
    }

    @Test
    void aNameOfAnImageMayNameSeveralProducts() {
        String text = "win2019-exchange2016-cu23";
        assertThat(recognized("os", text)).isEqualTo("windows-2019");
        assertThat(recognized("exchange", text)).isEqualTo("exchange-2016 | CU23");
        assertThat(recognized("exchange", "mul_exchange_server_2019_cumulative_update_12_x64_dvd_52bf3153.iso"))
                .isEqualTo("exchange-2019 | CU12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-20160",
                "windows-2017",
                "win20-16",
                "windows-2016.1",
                "windows-2019-02-14",
                "windows-2022.09.01",
                "windows-2016-2019",
                "windows-2016/19",
                "2016-windows-2019",
                "windows-2016-or-later",
                "not-windows-2016",
                ">=windows-2016",
                "windows-2016+",
                "windows-2016?",
                "~windows_2016",
                "windows_server-2012r3",
                "windows2019srvnext",
                "darwin2016-x64",
                "windows-2016beta",
                "server-2016-template",
                "windows/2016 x64/a",
                "my-windows_2016 template",
                "sql-2019-windows",
                "{{ image }}",
                "windows-{{ year }}-2019",
                "9600.17050.winblue_client_eval.iso",
                "exchange-server-2019-01",
                "windows-2016-to-windows-2019",
                "windows_2012-standard-r2-base",
                "exchange2016-r2.iso"
            })
    void whatIsNoNameOfAnImageNamesNoRelease(String text) {
        assertThat(recognized("os", text)).isEqualTo("unknown");
        assertThat(recognized("exchange", text)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @Slow
    @Tag("large")
    @ValueSource(strings = {"os", "exchange"})
    void aTextThatIsMadeUpNamesNoReleaseWhoseYearIsNotInIt(String key) {
        List<String> pieces = List.of(
                "Windows",
                "win",
                "w",
                "ws",
                "Server",
                "srv",
                "Exchange",
                "Ex",
                "mxs",
                "Standard",
                "datacenter",
                "Core",
                "20",
                "2k",
                "2012",
                "2016",
                "2019",
                "2022",
                "R2",
                "r",
                "16",
                "19",
                "12",
                "3",
                "0",
                "1",
                "9600",
                "x64",
                "CU",
                "SP",
                "1",
                "2022.04.13",
                ".iso",
                "-",
                "_",
                "-",
                "_",
                "/",
                ":",
                ".",
                " ",
                " ",
                ",",
                "(",
                ")",
                "+",
                "<",
                "?",
                "a",
                "next",
                "or",
                "not",
                "KB",
                "h2",
                "se",
                "Guest");
        Random random = new Random(20_220_413);
        int found = 0;
        for (int i = 0; i < (Slow.WHOLE ? 5_000 : 1_000); i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 2 + random.nextInt(8); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (Sample.CATALOG.recognize(product(key), text.toString()) instanceof Recognized recognized) {
                found++;
                assertThat(isIn(recognized.release(), text.toString()))
                        .as(text + " is no " + recognized)
                        .isTrue();
            }
        }
        assertThat(found).isGreaterThan(Slow.WHOLE ? 20 : 4);
    }

    /** Whether the year, the code or the build of a release stands in a text as a number of its own, and is not R2's. */
    private static boolean isIn(Release release, String text) {
        Stream<String> builds =
                release.builds().map(build -> String.valueOf(build.parts().get(2)));
        Stream<String> codes = release.spellings().stream()
                // What belongs to no release may stand between a year and its R2, so nothing else may decide on it.
                .map(spelling -> spelling.toLowerCase(Locale.ROOT)
                                .replace(".", "\\.")
                                .replace("k", "\\W*k.*?(?<![0-9])0*")
                                .replace(" r2", ".*r\\W*2")
                        + (release.name().endsWith("R2") ? "" : "(?!\\W*r\\W*2(?![a-z0-9]))"));
        return Stream.concat(builds, codes)
                .anyMatch(code -> Pattern.compile(
                                "(?:(?<![0-9])0*(?=[0-9])|(?=[a-z]))" + code + "(?![0-9])", Pattern.DOTALL)
                        .matcher(text.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .find());
    }

    private static String problem(String key, String text) {
        return ((Unrecognized) CatalogReader.shipped().recognize(product(key), text)).problem();
    }

    private static String fix(String key, String text) {
        return ((Unrecognized) CatalogReader.shipped().recognize(product(key), text)).fix();
    }

    private static Optional<String> edition(Release release, String text) {
        return ReleaseChoices.edition(Sample.CATALOG.product(release), release, text);
    }
}
