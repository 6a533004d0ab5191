package io.github.serverlint.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.names.NameTokens;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broken catalog says where, and what was expected. */
class CatalogReaderTest {
    private static final String GOOD = """
            checked: 2026-11-22
            sources:
              book: {title: A book}
            products:
              os:
                name: Windows Server
                releases:
                  w1: {name: W One, spellings: [one], levels: [RTM, SP1], sources: [book], confidence: confirmed}
              mail:
                name: Mail Server
                releases:
                  m1: {name: M One, spellings: [one], levels: {RTM: {build: 1.0.1}}, sources: [book], confidence: confirmed}
            support:
              - {release: m1, on: w1, on-from: SP1, sources: [book], confidence: recalled}
            """;

    private static Catalog read(String text) {
        return CatalogReader.read(List.of(new SourceFile("own.yaml", text)));
    }

    @Test
    void aGoodOneIsRead() {
        Catalog catalog = read(GOOD);
        Release mail = catalog.products().get(1).releases().get(0);
        assertThat(catalog.support(mail)).singleElement().satisfies(fact -> {
            assertThat(fact.platformFrom().orElseThrow().name()).isEqualTo("SP1");
            assertThat(fact.evidence().isRecalled()).isTrue();
            assertThat(fact.evidence().checked()).isEqualTo("2026-11-22");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on: w1|on: w2|own.yaml:14:23: \"w2\" is no release. Did you mean \"w1\"?",
                "on-from: SP1|on-from: SP2|own.yaml:14:36: W One has no SP2. It has RTM, SP1.",
                "sources: [book], confidence: recalled|confidence: recalled|own.yaml:14:5: The key \"sources\" is missing in a row of support.",
                "confidence: recalled|confidence: sure|is no word that is accepted here. Accepted: confirmed, recalled.",
                "on-from: SP1|form: RTM|\"form\" is not a key of a row of support. Did you mean \"from\"?",
                "1.0.1|one|\"one\" is no build number.",
                "checked: 2026-11-22|checked: last week|\"last week\" is no date. Write year-month-day, such as 2026-11-22.",
                "levels: [RTM, SP1]|levels: []|has no SP1",
                "[RTM, SP1]|[RTM, SP1, SP1]|own.yaml:8:62: The level \"SP1\" stands twice.",
                "[RTM, SP1]|[RTM, SP1], level-spellings: {R1: SP2}|There is no level SP2. The levels are RTM, SP1.",
                "  mail:|  roles:|own.yaml:10:5: The product \"roles\" is named like a key that servers have anyway.",
                "  mail:|  x-mail:|The product \"x-mail\" is named like a key that servers have anyway.",
                "checked:|chekced:|The key \"checked\" is missing",
                "{title: A book}|a book|takes a mapping, not the text \"a book\".",
                "support:|suport:|\"suport\" is not a key of the catalog. Did you mean \"support\"?",
                "{title: A book}|{title: A book, url: x}|\"url\" is not a key of \"book\" of sources.",
                "name: Mail Server|image-names: {patterns: ['(']}|This is no pattern: Unclosed group.",
                "checked: 2026-11-22|'cluster-sizes: [{on: w1, editions: [Web], most-nodes: many}]'|\"many\" is no number of things.",
            })
    void aBrokenOneSaysWhereAndWhatWasExpected(String good, String bad, String message) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The catalog cannot be used:\nown.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void aListIsNoCatalog() {
        assertThatThrownBy(() -> read(GOOD + "---\n- a list\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:16:3: A catalog is a mapping, not a list.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n"})
    void anEmptyOneIsNoCatalog(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:1:1: The file is empty.");
    }

    @Test
    void noTwoSpellingsOfAReleaseAreTheSame() {
        for (Product product : Sample.CATALOG.products()) {
            for (Release release : product.releases()) {
                List<List<String>> tokens = new ArrayList<>();
                release.spellings().forEach(spelling -> tokens.add(NameTokens.of(spelling)));
                assertThat(tokens).as(release.id()).isNotEmpty().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void noSpellingMeansTwoReleases() {
        String twice = GOOD.replace(
                "      m1:",
                "      m0: {name: M Zero, spellings: [one], levels: [RTM], sources: [book], confidence: confirmed}\n      m1:");
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("M Zero and M One are both spelt \"one\".");
    }

    /** A product of the reader's own, on the Windows that ships. */
    private static final String SQL_SERVER = """
            checked: 2026-11-22
            sources:
              handbook: {title: Our own handbook}
            products:
              sql-server:
                name: SQL Server
                words: [microsoft, sql, server]
                releases:
                  sql-server-2005: {name: SQL Server 2005, spellings: ['2005'], levels: [RTM, SP1, SP2], sources: [handbook], confidence: confirmed}
            support:
              - {release: sql-server-2005, on: windows-2003, on-from: SP1, sources: [handbook], confidence: confirmed}
            """;

    @Test
    void aProductOfOnesOwnIsJudgedLikeTheOthers() {
        Catalog own = CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", SQL_SERVER)));
        String definition = """
                servers:
                  db01: {os: Windows Server 2003 SP1, sql-server: SQL Server 2005 SP2}
                  db02: {os: Windows Server 2003 RTM, sql-server: '2005'}
                  db03: {os: Windows 2000 Server SP4, sql-server: '2005'}
                  mail: {os: Windows Server 2003 SP1, exchange: Exchange 2000}
                """;
        assertThat(new Sample("db.yaml", definition)
                        .lint(new TextLinter(own)).findings().stream()
                                .map(finding -> finding.span().line() + ":"
                                        + finding.span().column() + " "
                                        + finding.rule().id()))
                .containsExactly("3:14 service-pack-too-low", "4:51 unsupported-platform", "5:49 unsupported-platform");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sql-server:|exchange:|The product \"exchange\" is defined twice.",
                "handbook:|seed:|The source \"seed\" is defined twice.",
                "sql-server-2005|exchange-2003|The release \"exchange-2003\" is defined twice.",
            })
    void whatShipsCannotBeDefinedAnew(String good, String bad, String message) {
        String changed = SQL_SERVER.replace(good, bad);
        assertThat(changed).isNotEqualTo(SQL_SERVER);
        assertThatThrownBy(() -> CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", changed))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|The row at own.yaml:11:5 says the same.",
                "supported: no, |The row at own.yaml:11:5 says the opposite.",
            })
    void aRowThatStandsTwiceOrContradictsAnotherIsAnError(String verdict, String message) {
        String row = "  - {release: sql-server-2005, on: windows-2003, ";
        String twice = SQL_SERVER + row + (verdict == null ? "on-from: SP2, " : verdict)
                + "sources: [handbook], confidence: confirmed}\n";
        assertThatThrownBy(() -> CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", twice))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:12:5: " + message);
    }

    /** What a file adds to Exchange, by the release. */
    private static String addition(String release, String keys) {
        return "checked: 2026-11-22\nproducts: {exchange: {releases: {" + release + ": {" + keys + "}}}}\n";
    }

    private static String meaning(String own, String text) {
        Catalog catalog = CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", own)));
        return catalog.recognize(catalog.product(Product.EXCHANGE).orElseThrow(), text) instanceof Recognized found
                ? found.release().id()
                        + found.level()
                                .map(level -> " " + level + (level.isNewerThanCatalog() ? " newer" : ""))
                                .orElse("")
                : "unknown";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levels: {CU1: {build: 15.2.3000.10}} | 15.2.3000.12 | exchange-se CU1",
                "levels: {CU1: {build: 15.2.3000.10}} | Exchange SE CU1 | exchange-se CU1",
                "levels: {CU1: {build: 15.2.3000.10}} | 15.2.3001.1 | exchange-se build 15.2.3001 newer",
                "levels: {CU1: {}} | Exchange SE CU2 | exchange-se CU2 newer",
                "spellings: [Ours] | Exchange Ours | exchange-se",
            })
    void aReleaseThatShipsGetsLevelsAndSpellings(String keys, String text, String meaning) {
        assertThat(meaning(addition("exchange-se", keys), text)).isEqualTo(meaning);
    }

    @Test
    void aLevelMayComeBeforeOthers() {
        String own = addition("exchange-2019", "levels: {CU14v2: {after: CU14, build: 15.2.1600.1}}");
        assertThat(meaning(own, "15.2.1600.4")).isEqualTo("exchange-2019 CU14v2");
        Catalog catalog = CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", own)));
        assertThat(catalog.product(Product.EXCHANGE).orElseThrow().releases().stream()
                        .filter(release -> release.id().equals("exchange-2019"))
                        .flatMap(release -> release.levels().stream())
                        .map(level -> level.rank() + " " + level)
                        .skip(14))
                .containsExactly("14 CU14", "15 CU14v2", "16 CU15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levels: {CU1: {build: 15.2.100.1}} | The level CU1 of Exchange Server Subscription Edition has the build 15.2.100.1, which is not above that of RTM, 15.2.2562.17.",
                "levels: {RTM: {build: 15.2.2600.1}} | The level RTM of Exchange Server Subscription Edition has the build 15.2.2562.17 already.",
                "levels: {CU1: {after: CU9, build: 15.2.3000.1}} | comes after CU9, which is no level of it.",
                "levles: {CU1: {}} | levles",
            })
    void whatContradictsTheReleaseIsAnError(String keys, String message) {
        assertThatThrownBy(() ->
                        CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", addition("exchange-se", keys)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml:2:")
                .hasMessageContaining(message);
    }

    @Test
    void aReleaseIsAddedToAProductThatShips() {
        String keys =
                "name: Exchange Server vNext, spellings: [vNext], levels: [RTM], sources: [eol-ex], confidence: recalled";
        assertThat(meaning(addition("exchange-vnext", keys), "Exchange vNext RTM"))
                .isEqualTo("exchange-vnext RTM");
    }
}
