package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.names.ReleaseChoices;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalog answers. */
class CatalogTest {
    private static final String NAMES = """
            checked: 2026-11-22
            sources:
              book: {title: A book}
            preparations:
              fix: {name: the fix, spellings: []}
              prep: {name: the preparation, spellings: []}
              unused: {name: nothing, spellings: []}
            products:
              os:
                name: Windows Server
                releases:
                  w1: {name: W One, spellings: [one], levels: [RTM], sources: [book], confidence: confirmed}
                  w2: {name: W Two, spellings: [two], levels: [RTM], sources: [book], confidence: confirmed}
              mail:
                name: Mail Server
                releases:
                  m1: {name: M One, spellings: [one], levels: [RTM], sources: [book], confidence: confirmed}
            """;
    private static final String ROWS = """
            upgrades:
              - {release: w1, to: w2, under: m1, sources: [book], confidence: confirmed}
            preparation:
              - {release: m1, needs: fix, sources: [book], confidence: confirmed}
            connectors:
              - {release: m1, domain-controllers: w2, unless: {domain-mode: mixed, prepared: [prep]}, sources: [book], confidence: confirmed}
            """;

    private static Catalog read(String rows) {
        return CatalogReader.read(List.of(new SourceFile("own.yaml", NAMES + rows)));
    }

    @Test
    void upgradesUnderAnotherProductListNoneByThemselves() {
        Catalog under = read(ROWS);
        assertThat(under.products()).noneMatch(under::listsUpgrades);

        Catalog alone = read(ROWS.replace(", under: m1", ""));
        assertThat(alone.products())
                .filteredOn(alone::listsUpgrades)
                .extracting(Product::id)
                .containsExactly("os");
    }

    @Test
    void aPreparationIsUsefulIfSomethingAsksForIt() {
        assertThat(read(ROWS).usefulPreparations()).extracting(Term::id).containsExactly("fix", "prep");
    }

    @Test
    void everyReleaseAndEveryRowIsAFact() {
        assertThat(CatalogFiles.facts(read(ROWS)))
                .extracting(fact -> fact.place().line())
                .as("the lines of three releases and of three rows")
                .containsExactly(12, 13, 17, 23, 21, 19);
    }

    @Test
    void aProductOfAnotherCatalogIsNoneOfThisOne() {
        Product foreign = Sample.CATALOG.product(Product.EXCHANGE).orElseThrow();
        assertThat(((Unrecognized) read(ROWS).recognize(foreign, "Exchange 2003")).problem())
                .isEqualTo("belongs to a product that the catalog does not know");
    }

    @Test
    void theLevelsOfAReleaseAreASentence() {
        Catalog catalog = read(ROWS);
        assertThat(ReleaseChoices.levelsOf(catalog.products().get(0).releases().get(0)))
                .isEqualTo("It has RTM.");
    }

    /** Two branches of a condition, or what a person writes who does not know. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "os | Windows Server 2022 or Windows Server 2016 | Windows Server 2016 or 2022",
                "os | Windows Server 2019 OR 2022 | Windows Server 2019 or 2022",
                "os | Windows_Server-2016-English-Full-Base or win2k22 or W2019 | Windows Server 2016, 2019 or 2022",
                "os | windows9Server64Guest or W2025 | Windows Server 2016, 2019, 2022 or 2025",
                "exchange | Exchange 2016 CU23 or Exchange 2019 CU14 | Exchange Server 2016 or 2019",
            })
    void namesWithAnOrBetweenThemStandForEach(String product, String text, String meaning) {
        assertThat(Sample.CATALOG.recognize(Sample.CATALOG.product(product).orElseThrow(), text))
                .isInstanceOf(Candidates.class)
                .hasToString(meaning);
    }

    @Test
    void anOrNeedsANameOfAReleaseOnEachSide() {
        Product windows = Sample.CATALOG.product("os").orElseThrow();
        assertThat(Sample.CATALOG.recognize(windows, "Windows Server 2022 or whatever"))
                .isInstanceOf(Unrecognized.class);
        assertThat(Sample.CATALOG.recognize(windows, "Windows Server 2022 or W2K22"))
                .isEqualTo(Sample.CATALOG.recognize(windows, "Windows Server 2022"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain-mode: mixed,|''|The key \"domain-mode\" is missing in \"unless\".",
                "prepared:|prepare:|\"prepare\" is not a key of \"unless\". Did you mean \"prepared\"?",
            })
    void anExceptionIsReadAsStrictlyAsARow(String good, String bad, String message) {
        assertThat(ROWS).contains(good);
        assertThatThrownBy(() -> read(ROWS.replace(good, bad)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:23:")
                .hasMessageContaining(message);
    }
}
