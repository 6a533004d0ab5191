package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published build of Exchange, in all the forms in which tools print it. */
class ExchangeBuildsTest {
    private static final Product EXCHANGE =
            Sample.CATALOG.product(Product.EXCHANGE).orElseThrow();
    private static final ReleaseNameParser PARSER = new ReleaseNameParser(EXCHANGE, Sample.CATALOG.architectures());
    /** The first version whose builds Active Directory holds with 30000 more. */
    private static final int EXCHANGE_2007 = 8;

    @ParameterizedTest
    @CsvFileSource(resources = "/exchange-builds.csv", delimiter = ';', commentCharacter = '#')
    void aBuildMeansItsLevelInEveryForm(String build, String release, String level) {
        assertThat(forms(build)).allSatisfy(form -> assertThat(meaning(form)).isEqualTo(release + " | " + level));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/exchange-builds.csv", delimiter = ';', commentCharacter = '#')
    void theNameOfAnUpdateMeansItsLevel(String build, String release, String level) {
        Release known = EXCHANGE.releases().stream()
                .filter(candidate -> candidate.id().equals(release))
                .findFirst()
                .orElseThrow();
        assertThat(meaning(known.name() + " " + level)).isEqualTo(release + " | " + level);
        assertThat(meaning(known.name() + " " + level + " (" + build + ")"))
                .as("with its build")
                .isEqualTo(release + " | " + level);
    }

    /** Otherwise a level that is new to the catalog would stand in no row of the table. */
    @Test
    void everyLevelOfTheCatalogIsInTheTable() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/exchange-builds.csv"));
        assertThat(EXCHANGE.releases())
                .allSatisfy(release -> assertThat(release.levels())
                        .allSatisfy(level -> assertThat(rows)
                                .contains(level.build().orElseThrow() + ";" + release.id() + ";" + level)));
    }

    @ParameterizedTest
    @CsvSource({
        "15.2.31118.7, exchange-2019 | CU12",
        "15.02.31118.007, exchange-2019 | CU12",
        "Version 15.2 (Build 31118.007), exchange-2019 | CU12",
        "Version 15.2 (Build 30986.005), exchange-2019 | CU11",
        "Version 15.1 (Build 32507.006), exchange-2016 | CU23",
        "Version 15.1 (Build 32375.007), exchange-2016 | CU22",
        "Version 15.2 (Build 32562.17), exchange-se | RTM",
        "Exchange 2019 CU12 15.2.31118.7, exchange-2019 | CU12",
        "Exchange 2019 CU11 15.2.31118.7, unknown",
        "Version 15.2 (Build 30100.1), unknown",
    })
    void activeDirectoryAddsToTheThirdNumber(String text, String meaning) {
        assertThat(meaning(text)).isEqualTo(meaning);
    }

    private static List<String> forms(String build) {
        String[] parts = build.split("\\.");
        String last = parts.length > 3 ? "." + parts[3] : "";
        String version = parts[0] + "." + parts[1];
        int third = Integer.parseInt(parts[2]);
        Stream<String> plain =
                Stream.of(build, padded(parts, third), "Version " + version + " (Build " + third + last + ")");
        int held = third + 30_000;
        return Integer.parseInt(parts[0]) < EXCHANGE_2007
                ? plain.toList()
                : Stream.concat(
                                plain,
                                Stream.of(
                                        version + "." + held + last,
                                        padded(parts, held),
                                        "Version " + version + " (Build " + held + last + ")"))
                        .toList();
    }

    /** {@code 15.02.1748.010} */
    private static String padded(String[] parts, int third) {
        String fourth = parts.length > 3 ? String.format(Locale.ROOT, ".%03d", Integer.valueOf(parts[3])) : "";
        return String.format(Locale.ROOT, "%02d.%02d.%04d", Integer.valueOf(parts[0]), Integer.valueOf(parts[1]), third)
                + fourth;
    }

    private static String meaning(String text) {
        return PARSER.recognize(text) instanceof Recognized found
                ? found.release().id()
                        + found.level().map(level -> " | " + level).orElse("")
                : "unknown";
    }
}
