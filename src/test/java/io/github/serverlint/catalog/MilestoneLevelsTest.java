package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind which levels of a release with RTM and three service packs something is lost. */
class MilestoneLevelsTest {
    private static final String NAMES = """
            checked: 2026-11-22
            sources:
              book: {title: A book}
            components:
              chat: {name: Chat, spellings: []}
            functional-levels:
              f1: {name: F One, spellings: []}
              f2: {name: F Two, spellings: []}
            products:
              os:
                name: Windows Server
                releases:
                  w1: {name: W One, spellings: [one], levels: [RTM, SP1, SP2], sources: [book], confidence: confirmed}
                  w2: {name: W Two, spellings: [two], levels: [RTM], sources: [book], confidence: confirmed}
              mail:
                name: Mail Server
                releases:
                  m0: {name: M Zero, spellings: [zero], levels: [RTM], sources: [book], confidence: confirmed}
                  m1: {name: M One, spellings: [one], levels: [RTM, SP1, SP2, SP3], sources: [book], confidence: confirmed}
                  m2: {name: M Two, spellings: [two], levels: [RTM, SP1, SP2], sources: [book], confidence: confirmed}
            """;

    /**
     * @param kind of the rows
     * @param rows what they say besides their sources, apart by semicolons
     */
    private static List<String> decisive(String kind, String rows, boolean besideDotnet) {
        String evidence = ", sources: [book], confidence: confirmed}\n";
        String text = NAMES + kind + ":\n"
                + rows.lines()
                        .flatMap(line -> List.of(line.split("; ")).stream())
                        .map(row -> "  - {" + row + evidence)
                        .collect(Collectors.joining());
        Catalog catalog = CatalogReader.read(List.of(new SourceFile("own.yaml", text)));
        Release release = catalog.products().get(1).releases().get(1);
        return catalog.milestoneLevels(release, besideDotnet).stream()
                .map(Level::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A host that the next level does not have.
                "SP1 SP3|release: m1, to: SP1, on: w1",
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m1, from: SP2, on: w2",
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m1, from: SP3, on: w1",
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m2, on: w1",
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m1, from: SP2, on: w1, supported: no",
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m1, from: SP2, on: w1, clustered: yes",
                "SP3|release: m1, to: SP1, on: w1; release: m1, from: SP2, on: w1",
                "SP3|release: m1, to: SP1, on: w1, supported: no",
                "SP3|release: m1, from: SP1, on: w1",
                "SP3|release: m1, on: w1",
                "SP3|release: m2, to: SP1, on: w1",
                // Or that has to be at a higher level itself.
                "SP1 SP3|release: m1, to: SP1, on: w1; release: m1, from: SP2, on: w1, on-from: SP1",
                "SP1 SP3|release: m1, to: SP1, on: w1, on-from: SP1; release: m1, from: SP2, on: w1, on-from: SP2",
                "SP3|release: m1, to: SP1, on: w1, on-from: SP1; release: m1, from: SP2, on: w1, on-from: SP1",
                "SP3|release: m1, to: SP1, on: w1, on-from: SP2; release: m1, from: SP2, on: w1, on-from: SP1",
                "RTM SP1 SP2 SP3|release: m1, to: RTM, on: w1; release: m1, from: SP1, to: SP1, on: w1, on-from: SP1;"
                        + " release: m1, from: SP2, to: SP2, on: w1, on-from: SP2",
            })
    void hostsThatAreLost(String levels, String rows) {
        assertThat(String.join(" ", decisive("support", rows, false))).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}",
                "SP1 SP3|release: m1, to: SP1, functional-levels: [f1]",
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}; release: m1, from: SP2, domain-controllers: {w2: RTM}",
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}; release: m1, from: SP2, domain-controllers: {w1: SP1}",
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}; release: m1, from: SP3, domain-controllers: {w1: RTM}",
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}; release: m2, domain-controllers: {w1: RTM}",
                "SP1 SP3|release: m1, to: SP1, functional-levels: [f1]; release: m1, from: SP2, functional-levels: [f2]",
                "SP1 SP3|release: m1, to: SP1, functional-levels: [f1, f2]; release: m1, from: SP2, functional-levels: [f2]",
                "SP3|release: m1, to: SP1, domain-controllers: {w1: SP1}; release: m1, from: SP2, domain-controllers: {w1: SP1}",
                "SP3|release: m1, to: SP1, domain-controllers: {w1: SP1}; release: m1, from: SP2, domain-controllers: {w1: RTM}",
                "SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}, functional-levels: [f1];"
                        + " release: m1, from: SP2, domain-controllers: {w1: RTM}; release: m1, from: SP2, functional-levels: [f1]",
                "SP3|release: m1, domain-controllers: {w1: RTM}",
                "SP3|release: m2, to: SP1, domain-controllers: {w1: RTM}",
                // What is certain is lost to what is disputed, and not the other way round.
                "SP1 SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}; release: m1, from: SP2, domain-controllers: {w1: RTM}, disputed: yes",
                "SP1 SP3|release: m1, to: SP1, functional-levels: [f1]; release: m1, from: SP2, functional-levels: [f1], disputed: yes",
                "SP3|release: m1, to: SP1, functional-levels: [f1], disputed: yes; release: m1, from: SP2, functional-levels: [f1]",
                "SP3|release: m1, to: SP1, domain-controllers: {w1: RTM}, disputed: yes; release: m1, from: SP2, domain-controllers: {w1: RTM}, disputed: yes",
            })
    void domainControllersAndFunctionalLevelsThatAreLost(String levels, String rows) {
        assertThat(String.join(" ", decisive("directory-support", rows, false))).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SP1 SP3|coexistence|newer: m1, newer-to: SP1, older: m0",
                "SP3|coexistence|newer: m1, newer-from: SP1, older: m0",
                "SP3|coexistence|newer: m2, newer-to: SP1, older: m0",
                "SP1 SP3|conflicts|component: chat, release: m1, from: SP2",
                "SP3|conflicts|component: chat, release: m1, to: SP1",
                "SP3|conflicts|component: chat, release: m1",
                "SP3|conflicts|component: chat, release: m2, from: SP2",
            })
    void companyThatIsLost(String levels, String kind, String rows) {
        assertThat(String.join(" ", decisive(kind, rows, false))).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SP1 SP3|true|release: m1, to: SP1, accepts: [m0]",
                "SP3|false|release: m1, to: SP1, accepts: [m0]",
                "SP3|true|release: m1, from: SP1, accepts: [m0]",
                "SP3|true|release: m2, to: SP1, accepts: [m0]",
            })
    void aDotnetThatIsLostMattersWhereThereIsOne(String levels, boolean besideDotnet, String rows) {
        assertThat(String.join(" ", decisive("dotnet", rows, besideDotnet))).isEqualTo(levels);
    }
}
