package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From files of another tool to findings. */
class MappedFormatTest {
    private static final String MAPPING = """
            version: 1
            files: ['**/*.yaml']
            select: $.machines[*]
            fields:
              name: {at: $.host}
              os: [{at: $.image}, {root: $.image}]
              exchange: [{at: $.mail}, {at: $.purpose, capture: 'mail server (?<v>.+)', weak: true}]
              roles: {at: $.roles}
              forest: {root: $.domain}
            """;

    private final InputFormat inputFormat =
            MappedFormat.read(new SourceFile("lab-mapping.yaml", MAPPING), Sample.CATALOG);
    private final List<SourceFile> files = new ArrayList<>();

    private void write(String path, String text) {
        files.add(new SourceFile(path, text)
                .foundAt(
                        path.substring(path.indexOf('/') + 1),
                        inputFormat.scope().confidential()));
    }

    private LintResult lint() {
        return new TextLinter(Sample.CATALOG)
                .lint(inputFormat, List.of("lab"), files, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static List<String> findings(LintResult result) {
        return result.findings().stream().map(MappedFormatTest::shown).toList();
    }

    private static String shown(Finding finding) {
        StringBuilder text = new StringBuilder(finding.span() + " "
                + finding.severity().word() + " " + finding.rule().id() + " " + finding.keyPath());
        finding.related()
                .forEach(related ->
                        text.append("\n  ").append(related.span()).append(' ').append(related.note()));
        return text.toString();
    }

    @Test
    void aPairIsFoundWhereTheOtherToolSaysIt() {
        write("lab/a.yaml", """
                machines:
                  - {host: mx01, image: win2022-server-x64-template, mail: Exchange 2016 CU9}
                """);
        assertThat(findings(lint())).containsExactly("""
                lab/a.yaml:2:60 error unsupported-platform servers.mx01.exchange
                  lab/a.yaml:2:25 Windows Server 2022 comes from here""");
    }

    @Test
    void whatRestsOnAGuessIsAWarningThatSaysSo() {
        write("lab/a.yaml", """
                machines:
                  - {host: mx01, image: win2022-server-x64-template, purpose: mail server 2016}
                """);
        assertThat(findings(lint())).containsExactly("""
                lab/a.yaml:2:63 warning unsupported-platform servers.mx01.exchange
                  lab/a.yaml:2:25 Windows Server 2022 comes from here
                  lab/a.yaml:2:63 "exchange" is only concluded, from at $.purpose""");
    }

    @Test
    void forestsAndMigrationsMayStandBesideIt() {
        write("lab/a.yaml", """
                domain: corp.example
                image: Windows Server 2012 R2
                machines:
                  - {host: mx01, mail: Exchange 2013 CU23}
                  - {host: dc01, roles: [domain-controller]}
                """);
        write("lab/directory.yaml", """
                forests:
                  corp.example: {functional-level: Windows Server 2003}
                migrations:
                  newer:
                    steps:
                      - upgrade: mx01
                        to: Exchange 2019
                      - back-up: mx02
                """);
        LintResult result = lint();
        assertThat(findings(result))
                .contains("lab/directory.yaml:8:18 error unknown-reference migrations.newer.steps[1]")
                .anyMatch(finding -> finding.contains(" error unsupported-upgrade migrations.newer.steps"));
        assertThat(result.estate().forests())
                .singleElement()
                .satisfies(forest -> assertThat(forest.functionalLevel()).isPresent());
        assertThat(result.notices())
                .extracting(Notice::path)
                .as("nobody misses a reader of that file")
                .containsOnly("lab-mapping.yaml");
    }

    @Test
    void whatRestsOnTheGuessedRoleOfAnotherServerIsAWarningToo() {
        assertThat(besideADomainController("dcs: {hosts: {dc01: {os: Windows Server 2025}}}"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .satisfies(finding -> assertThat(finding.related())
                        .extracting(RelatedLocation::note)
                        .anyMatch(note -> note.startsWith("\"roles\" is only concluded, from group ")));
        assertThat(besideADomainController(
                        "dcs: {hosts: {dc01: {os: Windows Server 2025, server_roles: domain-controller}}}"))
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    private static Finding besideADomainController(String group) {
        InputFormat ansible = MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();
        SourceFile inventory = new SourceFile("lab/hosts.yml", """
                mail: {hosts: {mx1: {os: Windows Server 2022, exchange_version: Exchange Server 2019 CU12}}}
                %s
                """.formatted(group))
                .foundAt("hosts.yml", ansible.scope().confidential());
        return new TextLinter(Sample.CATALOG)
                        .lint(ansible, List.of("lab"), List.of(inventory), RuleSeverities.DEFAULT, Sample.AS_OF)
                        .findings()
                        .stream()
                        .filter(finding -> finding.rule().id().equals("unsupported-domain-controller"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void serversAloneAreNoSignOfTheNativeFormat() {
        write("lab/a.yaml", "machines: [{host: mx01, image: Windows Server 2022}]\n");
        write("lab/b.yaml", "servers: {web01: {os: Windows Server 2022}}\n");
        LintResult result = lint();
        assertThat(result.estate().servers()).hasSize(1);
        assertThat(result.notices()).extracting(Notice::path).contains("lab/b.yaml");
    }

    @Test
    void theMappingMayLieAmongWhatItMaps() {
        write("lab/a.yaml", "machines: [{host: mx01, image: Windows Server 2022, mail: Exchange 2019 CU14}]\n");
        LintResult alone = lint();
        write("lab-mapping.yaml", MAPPING + "machines: [{host: mx02}]\n");
        assertThat(lint().estate().servers()).hasSize(1);
        assertThat(lint().notices()).isEqualTo(alone.notices());
    }

    @Test
    void oneNameMeansOneMachine() {
        write("lab/a.yaml", """
                image: Windows Server 2022
                machines:
                  - {host: mx01}
                  - {host: MX01}
                """);
        assertThat(findings(lint())).containsExactly("""
                lab/a.yaml:4:12 error duplicate-name servers.MX01
                  lab/a.yaml:3:12 it is defined here first""");
    }

    @Test
    void anUndefinedForestIsThatOfItsServers() {
        write("lab/a.yaml", "domain: corp.example\nmachines: [{host: mx01, image: Windows Server 2022}]\n");
        LintResult result = lint();
        assertThat(findings(result)).isEmpty();
        assertThat(result.estate().forests())
                .extracting(forest -> forest.name().orElseThrow().value())
                .containsExactly("corp.example");
    }

    @Test
    void whatIsWrongWithAFileIsSaidAtAPoint() {
        write("lab/a.yaml", "machines: [{host: mx01, image: Windows Server 2022, host: mx02}]\n");
        Finding finding = lint().findings().get(0);
        assertThat(finding.rule().id()).isEqualTo("duplicate-key");
        assertThat(finding.span()).isEqualTo(Span.at(finding.span().file(), 1, 53));
    }

    @Test
    void eachLayoutSelectsItsFiles() {
        assertThat(inputFormat.scope().confidential()).isTrue();
        assertThat(inputFormat.scope().beside()).isEmpty();
        assertThat(inputFormat.scope().includes())
                .startsWith("**/*.yaml", "**/*.yml")
                .doesNotHaveDuplicates();
        assertThat(MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow().scope())
                .isEqualTo(new FileScope(List.of("**"), List.of("group_vars", "host_vars"), true));
    }
}
