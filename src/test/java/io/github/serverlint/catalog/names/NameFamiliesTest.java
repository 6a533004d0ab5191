package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole families of names, as their makers enumerate them, with what each stands for. A name may be refused; a Windows
 * for clients must be.
 */
class NameFamiliesTest {
    private static final Product WINDOWS =
            Sample.CATALOG.product(Product.WINDOWS).orElseThrow();

    @ParameterizedTest
    @CsvFileSource(
            resources = {
                "/vmware-guest-types.csv",
                "/virtualbox-guest-types.csv",
                "/osinfo-names.csv",
                "/azure-image-names.csv",
                "/box-and-container-names.csv",
                "/windows-builds.csv"
            },
            delimiter = ';',
            commentCharacter = '#')
    void aNameIsWhatItsMakerSaysOrRefused(String name, String releases, String outcome) {
        assertThat(outcome(name, releases)).isEqualTo(outcome);
    }

    /** So that a name which is no longer understood, or a row that is dropped, is seen. */
    @ParameterizedTest
    @CsvSource({
        "vmware-guest-types, 32, 19, 58",
        "virtualbox-guest-types, 16, 3, 43",
        "osinfo-names, 37, 0, 80",
        "azure-image-names, 93, 0, 9",
        "box-and-container-names, 38, 0, 19",
        "windows-builds, 18, 2, 40",
    })
    void soManyOfAFamilyAreUnderstood(String family, int right, int candidates, int refused) throws IOException {
        Map<String, Long> outcomes;
        try (Stream<String> rows = Files.lines(Path.of("src/test/resources", family + ".csv"))) {
            outcomes = rows.filter(row -> !row.startsWith("#"))
                    .map(row -> List.of(row.split(";")))
                    .collect(Collectors.groupingBy(
                            row -> outcome(row.get(0), row.get(1)), TreeMap::new, Collectors.counting()));
        }
        assertThat(outcomes.getOrDefault("right", 0L)).isEqualTo(right);
        assertThat(outcomes.getOrDefault("candidates", 0L)).isEqualTo(candidates);
        assertThat(outcomes.getOrDefault("refused", 0L)).isEqualTo(refused);
        assertThat(outcomes.keySet()).isSubsetOf("right", "candidates", "refused");
    }

    /** {@code right}, {@code candidates} that are just what it can be, {@code refused}, or what it is wrongly. */
    private static String outcome(String name, String releases) {
        Recognition recognition = Sample.CATALOG.recognize(WINDOWS, name);
        if (recognition instanceof Recognized recognized) {
            return recognized.release().id().equals(releases)
                    ? "right"
                    : "wrong: " + recognized.release().id();
        }
        String ids = recognition instanceof Candidates candidates
                ? candidates.releases().stream()
                        .map(each -> each.release().id())
                        .collect(Collectors.joining(","))
                : ((Unrecognized) recognition).candidates().toString();
        return ids.equals("[]") ? "refused" : ids.equals(releases) ? "candidates" : "wrong: " + ids;
    }
}
