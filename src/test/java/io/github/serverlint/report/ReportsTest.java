package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.report.formats.SarifReportTest;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format from one result that has one of each kind, and the console output. */
class ReportsTest {
    private static String console(LintResult result, AnsiStyle ansiStyle) {
        return new ConsoleReport(ansiStyle, "mvn serverlint:explain")
                .lines(result).stream()
                        .map(line -> line.severity() + " " + line.text() + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void console() throws IOException {
        Golden.check("console.txt", console(OneOfEachKind.result(), AnsiStyle.NONE));
    }

    @Test
    void consoleInColours() throws IOException {
        String coloured = console(OneOfEachKind.result(), AnsiStyle.ANSI);
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(console(OneOfEachKind.result(), AnsiStyle.NONE));
        Golden.check("console-ansi.txt", coloured);
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = "HTML", mode = EnumSource.Mode.EXCLUDE)
    void file(ReportFormat reportFormat) throws IOException {
        String text =
                reportFormat == ReportFormat.GITHUB ? github() : reportFormat.render(OneOfEachKind.reported("module/"));
        Golden.check(
                reportFormat.file().orElse("github.txt"),
                reportFormat == ReportFormat.SARIF ? SarifReportTest.withoutRules(text) : text);
    }

    private static String github() {
        return String.join(
                        "\n",
                        GithubReport.commands(
                                OneOfEachKind.reported("module/"), new AnnotationQuota(new HashMap<>()), "the log"))
                + "\n\n"
                + GithubReport.summary(OneOfEachKind.reported("module/"), 1 << 20);
    }

    @Test
    void theEndOfAFailedBuildRepeatsTheFirstViolations() {
        LintResult result = OneOfEachKind.result();
        assertThat(ConsoleReport.failureMessage(result.findings()))
                .startsWith("\n  servers/a b/mail.yaml:7:15: error: \"mail-zürich\" runs ");
        assertThat(ConsoleReport.failureMessage(result.findings().subList(0, 1)))
                .hasLineCount(2)
                .doesNotContain("more");
        List<io.github.serverlint.finding.Finding> seven =
                java.util.Collections.nCopies(7, result.findings().get(0));
        assertThat(ConsoleReport.failureMessage(seven))
                .endsWith("\n  and 2 more.")
                .hasLineCount(7);
    }

    @Test
    void whatIsCleanSaysSo() {
        LintResult clean = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile("a.yaml", "servers:\n  a: {os: W2K}\n")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        assertThat(console(clean, AnsiStyle.NONE))
                .isEqualTo("NOTE 1 file, 1 server: 0 errors, 0 warnings, 0 notes. Nothing to do.\n");
    }

    @Test
    void whatTheReaderWroteCannotSteerTheTerminal() {
        String evil = "servers:\n  \"a\\e[31m\\u202Eb\\n::error::\": {os: \"W2K\\u0007\"}\n";
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", evil)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(result.findings()).isNotEmpty();
        for (ConsoleReport.Line line : new ConsoleReport(AnsiStyle.NONE, "mvn").lines(result)) {
            assertThat(line.text().codePoints()).noneMatch(c -> c < ' ' || (c >= 0x202A && c <= 0x202E));
        }
        assertThat(ConsoleReport.failureMessage(result.findings()).lines()).noneMatch(line -> line.startsWith("::"));
        String bidi = "servers:\n  a: {os: \u202EW2K}  # \u202E\n";
        LintResult raw = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", bidi)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(console(raw, AnsiStyle.NONE)).doesNotContain("\u202E").contains("\\u{202E}W2K", "{os: ?W2K}  # ?");
    }

    @Test
    void aSnippetKeepsItsMarkBelowItsText() {
        SourceFile file = new SourceFile("a.yaml", "\t😀 x: value\n" + "y".repeat(300) + "value" + "z".repeat(300));
        assertThat(Snippet.of(new io.github.serverlint.text.Span(file, 1, 7, 1, 12)))
                .containsExactly("    1 | \t😀 x: value", "      | \t     ^~~~~");
        List<String> cut = Snippet.of(new io.github.serverlint.text.Span(file, 2, 301, 2, 306));
        assertThat(cut.get(0)).hasSize(8 + 3 + 120 + 3);
        assertThat(cut.get(1).indexOf('^')).isEqualTo(cut.get(0).indexOf("value"));
        assertThat(Snippet.of(new io.github.serverlint.text.Span(file, 9, 1, 9, 2)))
                .isEmpty();
    }

    @Test
    void ofAConfidentialFileOnlyTheValueIsShown() {
        SourceFile file = new SourceFile(
                        "a.yaml", "mx: {pw: S3cret, os: 'Win 2019', key: S3cret} # S3cret\nos: Win 2022\n")
                .foundAt("a.yaml", true);
        assertThat(Snippet.of(new Span(file, 1, 22, 1, 32)))
                .containsExactly("    1 | ...'Win 2019'...", "      |    ^~~~~~~~~~");
        assertThat(Snippet.of(new Span(file, 2, 5, 2, 13)))
                .containsExactly("    2 | ...Win 2022", "      |    ^~~~~~~~");
        assertThat(Snippet.of(new Span(file, 2, 1, 2, 3))).containsExactly("    2 | os...", "      | ^~");
        assertThat(Snippet.of(new Span(file, 1, 5, 1, 46))).as("a mapping").isEmpty();
        assertThat(Snippet.of(new Span(file, 1, 10, 2, 3))).as("lines").isEmpty();
        assertThat(Snippet.of(Span.at(file, 1, 10))).as("no length").isEmpty();
    }

    @Test
    void explainShowsThePageWithItsSources() {
        RuleInfo rule = RuleRegistry.find("unsupported-platform").orElseThrow();
        List<String> page = ExplainReport.page(RulePage.of(rule), Sample.CATALOG.sources());
        assertThat(page)
                .contains("# unsupported-platform", "## Fix")
                .anyMatch(line -> line.startsWith(
                        "- How to migrate to Exchange Server 2003 (Serdar Yegulalp, March 2004), http"));
        assertThat(page).noneMatch(line -> line.contains("`seed`") || line.contains("expect"));
        List<String> table = ExplainReport.table(RuleRegistry.all(), "mvn serverlint:explain");
        assertThat(table).hasSize(RuleRegistry.all().size() + 2);
        assertThat(table.get(0)).matches("yaml-syntax +error +text that is no YAML, or not text at all");
    }
}
