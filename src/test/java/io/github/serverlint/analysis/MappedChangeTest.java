package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of other tools from the disk, and what has changed in them. */
class MappedChangeTest {
    private static final InputFormat LAB = MappedFormat.read(new SourceFile("lab-mapping.yaml", """
            version: 1
            files: ['**/*.yaml']
            select: $.machines[*]
            fields:
              name: {at: $.host}
              os: {at: $.image}
              exchange: {at: $.mail}
            """), Sample.CATALOG);

    @TempDir
    Path base;

    private static List<String> change(InputFormat inputFormat, List<SourceFile> before, List<SourceFile> now) {
        return result(inputFormat, false, before, now).findings().stream()
                .map(finding -> finding.span() + " " + finding.severity().word() + " "
                        + finding.rule().id() + " " + finding.keyPath())
                .toList();
    }

    private static LintResult result(
            InputFormat inputFormat, boolean onlyNew, List<SourceFile> before, List<SourceFile> now) {
        DefinitionLoader definitionLoader =
                new DefinitionLoader(inputFormat, List.of("lab"), Sample.CATALOG, new RunMonitor());
        LintRun lintRun = new LintRun(
                Sample.CATALOG,
                RuleRegistry.judging(),
                definitionLoader,
                RuleSeverities.DEFAULT,
                Sample.AS_OF,
                Optional.empty());
        return lintRun.since(new LintRequest.Base("main", onlyNew), new BaseRevision("0123456789", false, before), now);
    }

    private static SourceFile file(InputFormat inputFormat, String path, String text) {
        return new SourceFile(path, text)
                .foundAt(
                        path.substring(path.indexOf('/') + 1),
                        inputFormat.scope().confidential());
    }

    @Test
    void whatIsNotClearHidesNoServerThatIsGone() {
        String unclear = "  - {host: mx02, image: 'win2016-x64,win2019-x64', mail: Exchange 2019 CU14}\n";
        String clear = "  - {host: mx01, image: Windows Server 2022, mail: Exchange 2019 CU14}\n";
        assertThat(change(
                        LAB,
                        List.of(file(LAB, "lab/a.yaml", "machines:\n" + unclear + clear)),
                        List.of(file(LAB, "lab/a.yaml", "machines:\n" + unclear))))
                .containsExactly(
                        "lab/a.yaml:1:1 error vanished-server servers.mx01",
                        "lab/a.yaml:2:25 warning unknown-release servers.mx02.os");
    }

    @Test
    void whatIsNotClearInTheBaseIsKnownAndLeavesItWhole() {
        String unclear = "machines:\n  - {host: mx02, image: 'win2016-x64,win2019-x64', mail: Exchange 2019 CU14}\n";
        LintResult result = result(
                LAB,
                true,
                List.of(file(LAB, "lab/a.yaml", unclear)),
                List.of(file(LAB, "lab/a.yaml", "# now with a comment\n" + unclear)));
        assertThat(result.findings())
                .extracting(finding -> finding.span() + " " + finding.status())
                .containsExactly("lab/a.yaml:3:25 KNOWN");
        assertThat(result.comparison().orElseThrow().isWhole()).isTrue();
    }

    @Test
    void aChangedGroupVariableIsAChangeOfItsHosts() {
        InputFormat ansible = MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();
        SourceFile hosts = file(ansible, "lab/hosts.yml", """
                all:
                  vars: {os: Windows Server 2012 R2}
                  children:
                    mail: {hosts: {mx01: , mx02: , mx03: {exchange: Exchange 2016 CU23}}}
                """);
        assertThat(change(
                        ansible,
                        List.of(hosts, file(ansible, "lab/group_vars/mail.yml", "exchange: Exchange 2013 CU23\n")),
                        List.of(hosts, file(ansible, "lab/group_vars/mail.yml", "exchange: Exchange 2016 CU23\n"))))
                .containsExactly(
                        "lab/group_vars/mail.yml:1:11 error unsupported-upgrade servers.mx01.exchange",
                        "lab/group_vars/mail.yml:1:11 error unsupported-upgrade servers.mx02.exchange");
    }

    private LintResult lint(InputFormat inputFormat, String... places) {
        SourceTree tree = new SourceTree(base, inputFormat.scope(), List.of());
        return new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        tree,
                        inputFormat,
                        java.util.Arrays.stream(places).map(Path::of).toList(),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor()));
    }

    @Test
    void forestsAreReasonEnoughForAPlaceBesideServers() throws IOException {
        Files.createDirectories(base.resolve("lab"));
        Files.writeString(
                base.resolve("lab/a.yaml"),
                "machines: [{host: mx01, image: Windows Server 2022, mail: Exchange 2019 CU14}]\n");
        Files.writeString(base.resolve("directory.yaml"), "forests: {corp.example: }\n");
        Files.writeString(base.resolve("other.yaml"), "virtual-machines: []\n");
        assertThat(lint(LAB, "lab", "directory.yaml").findings()).isEmpty();
        assertThatThrownBy(() -> lint(LAB, "lab", "other.yaml"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sourceDirectories: other.yaml holds no server");
    }

    @Test
    void nothingIsNotGreenAndSaysWhatWasLeftOut() throws IOException {
        Files.createDirectories(base.resolve("lab"));
        Files.writeString(base.resolve("lab/a.yaml"), "kind: Pod\nmetadata: {name: web}\n");
        assertThatThrownBy(() ->
                        lint(MappedFormat.shipped("kubevirt", Sample.CATALOG).orElseThrow(), "lab"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sourceDirectories: the 1 file there defines no server in lab, and a gate that has checked"
                        + " nothing is not green. Name the folder that holds the definitions, or set failIfNoServers to"
                        + " false.\nlayout kubevirt: Left out, because \"where\" does not hold: 1 of 1 machine (web).");
    }
}
