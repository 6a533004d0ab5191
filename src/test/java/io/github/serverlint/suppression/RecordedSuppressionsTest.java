package io.github.serverlint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a comment covers in files of other tools, where the values of a server may stand far from its name. */
class RecordedSuppressionsTest {
    private static final String COMMENT = "# serverlint:ignore unsupported-platform -- lab machine";
    private static final String GROUP = """
            os: Windows Server 2022
            exchange_version: Exchange 2016 CU23
            """;

    private static SourceFile file(String path, String text) {
        return new SourceFile("lab/" + path, text);
    }

    private static List<String> statuses(InputFormat inputFormat, SourceFile... files) {
        List<SourceFile> found = Stream.of(files)
                .map(file -> file.foundAt(
                        file.path().substring("lab/".length()),
                        inputFormat.scope().confidential()))
                .toList();
        return new TextLinter(Sample.CATALOG)
                .lint(inputFormat, List.of("lab"), found, RuleSeverities.DEFAULT, Sample.AS_OF).findings().stream()
                        .map(finding -> finding.span() + " " + finding.rule().id() + " "
                                + finding.server().orElse("-") + " "
                                + finding.status().word())
                        .toList();
    }

    private static List<String> inventory(String hosts, String group) {
        InputFormat ansible = MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();
        return statuses(ansible, file("group_vars/exchange.yml", group), file("hosts.yml", hosts));
    }

    private static List<String> machines(String text) {
        return statuses(
                MappedFormat.read(new SourceFile("lab-mapping.yaml", """
                        version: 1
                        files: ['**/*.yaml']
                        select: $.machines[*]
                        fields:
                          name: {at: $.host}
                          os: {root: $.image}
                          exchange: [{at: $.mail}, {root: $.mail}]
                        """), Sample.CATALOG), file("a.yaml", text));
    }

    @Test
    void onTheNameOfAHostItCoversWhatAGroupSaysOfItAndNotOfAnother() {
        assertThat(inventory("""
                        exchange:
                          hosts:
                            mx1:
                            mx2:   %s
                        """.formatted(COMMENT), GROUP))
                .containsExactlyInAnyOrder(
                        "lab/group_vars/exchange.yml:2:19 unsupported-platform mx1 open",
                        "lab/group_vars/exchange.yml:2:19 unsupported-platform mx2 suppressed");
    }

    @Test
    void onAGroupItCoversTheHostsInIt() {
        assertThat(inventory("""
                        exchange:   %s
                          hosts: {mx1: , mx2: }
                        """.formatted(COMMENT), GROUP))
                .allMatch(status -> status.endsWith(" suppressed"))
                .hasSize(2);
    }

    @Test
    void onTheValueOfTheGroupItCoversAllAndThatOnTheHostIsUsedToo() {
        assertThat(inventory("""
                        exchange:
                          hosts:
                            mx1:
                            mx2:   %s
                        """.formatted(COMMENT), GROUP.stripTrailing() + "   " + COMMENT + "\n"))
                .allMatch(status -> status.endsWith(" suppressed"))
                .hasSize(2);
    }

    @Test
    void onAVariableOfTheHostItCoversThatAlone() {
        assertThat(inventory("""
                        exchange:
                          hosts:
                            mx1:
                              notes: spare   %s
                        """.formatted(COMMENT), GROUP))
                .containsExactly(
                        "lab/group_vars/exchange.yml:2:19 unsupported-platform mx1 open",
                        "lab/hosts.yml:4:22 unused-suppression - open");
    }

    @Test
    void onAnItemOfAListItCoversTheMachine() {
        assertThat(machines("""
                        image: Windows Server 2022
                        mail: Exchange 2016 CU23
                        machines:
                          - host: mx1
                          - host: mx2   %s
                          %s
                          - notes: spare
                            host: mx3
                        """.formatted(COMMENT, COMMENT)))
                .containsExactlyInAnyOrder(
                        "lab/a.yaml:2:7 unsupported-platform mx1 open",
                        "lab/a.yaml:2:7 unsupported-platform mx2 suppressed",
                        "lab/a.yaml:2:7 unsupported-platform mx3 suppressed");
    }

    @Test
    void whatStandsFirstInAFileThatNamesTheServerIsNotTheServer() {
        InputFormat inputFormat = MappedFormat.read(new SourceFile("lab-mapping.yaml", """
                version: 1
                files: ['**/*.yaml']
                fields:
                  name: {file: stem}
                  os: {at: $.image}
                  exchange: {at: $.mail}
                """), Sample.CATALOG);
        assertThat(statuses(inputFormat, file("mx1.yaml", """
                        image: Windows Server 2022   %s
                        mail: Exchange 2016 CU23
                        """.formatted(COMMENT))))
                .containsExactly(
                        "lab/mx1.yaml:1:30 unused-suppression - open",
                        "lab/mx1.yaml:2:7 unsupported-platform mx1 open");
    }
}
