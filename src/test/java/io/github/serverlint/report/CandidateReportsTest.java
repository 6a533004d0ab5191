package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.formats.JsonReport;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What reports say of a server whose text stands for several releases. */
class CandidateReportsTest {
    private static final LintResult RESULT = new TextLinter(Sample.CATALOG)
            .lint(List.of(new SourceFile("servers/mail.yaml", """
                            servers:
                              mail01: {os: windows9Server64Guest, exchange: Exchange 2019 CU14}
                              mail02: {os: {release: 5.2.3790, service-pack: SP2}, exchange: Exchange 2003 SP2}
                              mail03: {os: Windows Server 2019, exchange: Exchange 2019 CU14}
                            migrations:
                              rollout:
                                steps:
                                  - decommission: mail02
                            """)), RuleSeverities.DEFAULT, Sample.AS_OF);

    private static ReportModel model() {
        return new ReportModel(
                List.of(new ModuleResult("", RESULT, Severity.ERROR)), "/work/", Sample.CATALOG.sources(), "test");
    }

    @Test
    void json() throws IOException {
        Golden.check("candidates.json", JsonReport.render(model()));
    }

    @Test
    void servers() throws IOException {
        Golden.check("candidates-servers.txt", String.join("\n", ServersReport.lines(RESULT, "check")) + "\n");
    }

    @Test
    void console() throws IOException {
        Golden.check(
                "candidates-console.txt",
                new ConsoleReport(AnsiStyle.NONE, "explain")
                        .lines(RESULT).stream()
                                .map(line -> line.severity() + " " + line.text() + "\n")
                                .collect(Collectors.joining()));
    }

    @Test
    void thePageHasARowForThem() {
        assertThat(ReportFormat.HTML.render(model()))
                .contains("<th scope=\"row\">Windows Server 2016, 2019 or 2022</th>")
                .contains("<th scope=\"row\">Windows Server 2003 or 2003 R2</th>")
                .contains("<th scope=\"row\">Windows Server 2019</th>")
                .contains("Windows Server 2003 SP2 or Windows Server 2003 R2 SP2");
    }

    @Test
    void theirPageIsThatOfEachRelease() {
        Product windows = Sample.CATALOG.product(Product.WINDOWS).orElseThrow();
        String text = "windows8Server64Guest";
        List<String> page = ReleaseReport.lines(
                Sample.CATALOG, windows, text, (Candidates) Sample.CATALOG.recognize(windows, text), Sample.AS_OF);
        assertThat(page.get(0))
                .isEqualTo("\"windows8Server64Guest\" stands for Windows Server 2012 or 2012 R2:"
                        + " a server is checked with each release");
        assertThat(page.get(1)).startsWith("  source: vSphere Web Services API");
        assertThat(page)
                .anyMatch(line -> line.startsWith("Windows Server 2012 ["))
                .anyMatch(line -> line.startsWith("Windows Server 2012 R2 ["));
    }
}
