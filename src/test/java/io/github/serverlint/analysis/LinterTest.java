package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run from the disk: what cannot be judged is never passed over. */
class LinterTest {
    private static final String PAIR = "servers:\n  mail01: {os: Windows Server 2003, exchange: Exchange 2000 SP3}\n";

    @TempDir
    Path base;

    private Path servers;

    @BeforeEach
    void folder() throws IOException {
        servers = Files.createDirectory(base.resolve("servers"));
    }

    private LintResult lint(RuleSeverities severities, boolean failIfNoServers) {
        SourceTree tree = new SourceTree(base, List.of("**/*.yaml"), List.of());
        return new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        tree,
                        NativeFormat.INSTANCE,
                        List.of(Path.of("servers")),
                        severities,
                        Sample.AS_OF,
                        failIfNoServers,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor()));
    }

    private List<String> findings() {
        return lint(RuleSeverities.DEFAULT, true).findings().stream()
                .map(LinterTest::shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.span() + ": " + finding.severity().word() + " "
                + finding.rule().id();
    }

    @Test
    void findingsAreSortedOverAllFiles() throws IOException {
        Files.writeString(servers.resolve("b.yaml"), PAIR);
        Files.writeString(servers.resolve("a.yaml"), "servers:\n  mail02: {os: W2K, roles: [x, y]}\n");
        assertThat(findings())
                .containsExactly(
                        "servers/a.yaml:2:29: error invalid-value",
                        "servers/a.yaml:2:32: error invalid-value",
                        "servers/b.yaml:2:47: error unsupported-platform");
    }

    @Test
    void aFolderWithoutFilesIsNotGreen() {
        assertThatThrownBy(() -> lint(RuleSeverities.DEFAULT, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "sourceDirectories: no file matches **/*.yaml in servers, and a gate that has checked nothing"
                                + " is not green. Name the folder that holds the definitions, or set failIfNoServers to false.");
        assertThat(lint(RuleSeverities.DEFAULT, false).files()).isZero();
    }

    @Test
    void filesWithoutServersAreNotGreen() throws IOException {
        Files.writeString(servers.resolve("a.yaml"), "forests:\n  corp.example.com:\n");
        assertThatThrownBy(() -> lint(RuleSeverities.DEFAULT, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the 1 file there defines no server");
    }

    @Test
    void anEmptyFileAndAFileOfBytesAreFindings() throws IOException {
        Files.writeString(servers.resolve("empty.yaml"), "");
        Files.write(servers.resolve("latin.yaml"), "x-a: Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(servers.resolve("tab.yaml"), "servers:\n\tmail01:\n");
        assertThat(findings())
                .containsExactly(
                        "servers/empty.yaml:1:1: error unrecognized-document",
                        "servers/latin.yaml:1:7: error yaml-syntax",
                        "servers/tab.yaml:2:1: error yaml-syntax");
    }

    @Test
    void aFileThatCannotBeReadEndsTheRun() throws IOException {
        Files.createSymbolicLink(servers.resolve("gone.yaml"), base.resolve("nowhere"));
        assertThatThrownBy(() -> lint(RuleSeverities.DEFAULT, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read servers/gone.yaml: it is not there, or a link to something that is not."
                        + " Mend it, or leave it out with excludes.");
    }

    @Test
    void severitiesAreThoseOfTheRun() throws IOException {
        Files.writeString(servers.resolve("a.yaml"), PAIR);
        LintResult warned = lint(RuleSeverities.parse(List.of(" unsupported-platform = Warning ")), true);
        assertThat(warned.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(warned.violations(Severity.ERROR)).isEmpty();
        assertThat(warned.violations(Severity.WARNING)).hasSize(1);
        assertThat(lint(RuleSeverities.parse(List.of("unsupported-platform=off")), true)
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unsuported-platform=off|rules: there is no rule \"unsuported-platform\". Did you mean \"unsupported-platform\"?",
                "unsupported-platform=high|rules: \"high\" is no severity. Accepted: off, note, warning, error.",
                "unsupported-platform|rules: \"unsupported-platform\" has no severity. Write rule-id=severity, such as unsupported-platform=warning.",
            })
    void anUnknownRuleOrSeverityIsAMistake(String entry, String message) {
        assertThatThrownBy(() -> RuleSeverities.parse(List.of(entry)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void rulesAboutReadingCannotBeSwitchedOff() {
        assertThatThrownBy(() -> RuleSeverities.parse(List.of("yaml-syntax=off")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the severity of yaml-syntax cannot be changed");
        assertThatThrownBy(() -> RuleSeverities.parse(List.of("unsupported-edition=off", "unsupported-edition=note")))
                .hasMessageContaining("two severities");
    }

    @Test
    void aLevelThatIsNotSaidIsCountedAsNotJudged() {
        LintResult result = lintText("servers:\n  mail01: {os: Windows 2000, exchange: Exchange 2003}\n");
        assertThat(result.findings()).isEmpty();
        assertThat(result.undecided().stream().map(NotJudged::missing))
                .containsExactly("the service pack of Windows 2000 Server");
        assertThat(lintText("servers:\n  mail01: {os: Windows 2000 SP4, exchange: Exchange 2003}\n")
                        .undecided())
                .isEmpty();
    }

    @Test
    void aLevelThatIsNotSaidIsJudgedWhereEveryLevelWouldFail() {
        LintResult result =
                lintText("servers:\n  mail01: {os: Windows Server 2003 R2 SP1, exchange: Exchange 2003 RTM}\n");
        assertThat(result.findings()).hasSize(1);
        assertThat(lintText("servers:\n  mail01: {os: Windows Server 2003 R2, exchange: Exchange 2003 RTM}\n")
                        .findings())
                .hasSize(1);
    }

    private static LintResult lintText(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF);
    }
}
