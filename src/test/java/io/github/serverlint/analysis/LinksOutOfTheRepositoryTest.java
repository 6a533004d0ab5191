package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link in a change shows no file that lies outside of the repository. */
class LinksOutOfTheRepositoryTest {
    private static final String SECRET = "hunter2: {os: WinSecret}\n";
    private static final String MESSAGE =
            "This link leads out of the repository, so nothing was read of what it leads to.";

    @TempDir
    private Path temporary;

    private Path repository;
    private Path module;
    private Path elsewhere;

    @BeforeEach
    void makeFolders() throws IOException {
        repository = Files.createDirectories(temporary.resolve("repository"));
        Files.createDirectories(repository.resolve(".git"));
        module = Files.createDirectories(repository.resolve("module/servers")).getParent();
        elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.writeString(module.resolve("servers/a.yaml"), "servers:\n  a: {os: W2K}\n");
        Files.writeString(elsewhere.resolve("secret.yaml"), "servers:\n  " + SECRET);
    }

    private LintResult lint(InputFormat inputFormat, Path base, List<Path> linked, String... places) {
        return new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        new SourceTree(base, inputFormat.scope(), List.of(), linked),
                        inputFormat,
                        List.of(places).stream().map(Path::of).toList(),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor()));
    }

    private LintResult lint() {
        return lint(NativeFormat.INSTANCE, module, List.of(), "servers");
    }

    private static List<String> shown(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.span() + " " + finding.message())
                .toList();
    }

    private static void assertSilent(LintResult result) {
        assertThat(result.findings().toString()).doesNotContain("Secret", "hunter2");
        ReportModel reportModel = new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        for (ReportFormat format : List.of(ReportFormat.SARIF, ReportFormat.JSON, ReportFormat.HTML)) {
            assertThat(format.render(reportModel)).doesNotContain("Secret", "hunter2");
        }
    }

    @Test
    void aFileIsRefused() throws IOException {
        Files.createSymbolicLink(module.resolve("servers/x.yaml"), elsewhere.resolve("secret.yaml"));
        LintResult result = lint();
        assertThat(shown(result)).containsExactly("servers/x.yaml:1:1 " + MESSAGE);
        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertSilent(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "ansible", "kubevirt"})
    void aFolderIsRefusedInEveryLayout(String layout) throws IOException {
        Files.createSymbolicLink(module.resolve("servers/out"), elsewhere);
        InputFormat inputFormat = layout.equals("native")
                ? NativeFormat.INSTANCE
                : MappedFormat.shipped(layout, Sample.CATALOG).orElseThrow();
        LintResult result = lint(inputFormat, module, List.of(), "servers");
        assertThat(shown(result)).contains("servers/out:1:1 " + MESSAGE);
        assertSilent(result);
    }

    @Test
    void aChainOfLinksIsFollowedToItsEnd() throws IOException {
        Files.createSymbolicLink(module.resolve("hop"), elsewhere);
        Files.createSymbolicLink(module.resolve("servers/x.yaml"), module.resolve("hop/secret.yaml"));
        assertThat(shown(lint())).containsExactly("servers/x.yaml:1:1 " + MESSAGE);
    }

    @Test
    void linksInsideTheRepositoryStayAsTheyAre() throws IOException {
        Path shared = Files.createDirectories(repository.resolve("shared"));
        Files.writeString(shared.resolve("b.yaml"), "servers:\n  b: {os: WinNope}\n");
        Files.createSymbolicLink(module.resolve("servers/out"), shared);
        assertThat(lint().findings())
                .extracting(finding -> finding.span().toString())
                .containsExactly("servers/out/b.yaml:2:11");
    }

    @Test
    void withoutGitTheBaseDirectoryIsTheBorder() throws IOException {
        Files.delete(repository.resolve(".git"));
        Path shared = Files.createDirectories(repository.resolve("shared"));
        Files.createSymbolicLink(module.resolve("servers/out"), shared);
        assertThat(shown(lint())).containsExactly("servers/out:1:1 " + MESSAGE);
    }

    @Test
    void whatAParameterNamesIsTakenAtItsWord() throws IOException {
        Files.createSymbolicLink(module.resolve("named"), elsewhere);
        for (String place : List.of("named", elsewhere.toString(), "named/secret.yaml")) {
            assertThat(lint(NativeFormat.INSTANCE, module, List.of(), place).findings())
                    .as(place)
                    .extracting(finding -> finding.rule().id())
                    .containsExactly("unknown-release");
        }
        Files.createSymbolicLink(module.resolve("servers/out"), elsewhere);
        assertThat(lint(NativeFormat.INSTANCE, module, List.of(elsewhere), "servers")
                        .findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("unknown-release");
    }

    @Test
    void whatIsExcludedIsNoQuestion() throws IOException {
        Files.createSymbolicLink(module.resolve("servers/out"), elsewhere);
        InputFormat inputFormat = NativeFormat.INSTANCE;
        LintResult result = new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        new SourceTree(module, inputFormat.scope(), List.of("out/**")),
                        inputFormat,
                        List.of(Path.of("servers")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor()));
        assertThat(result.findings()).isEmpty();
    }
}
