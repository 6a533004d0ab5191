package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.report.formats.SarifReportTest;
import io.github.serverlint.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is newer than the catalog, in the words of every report: a note with the day of the catalog, and no failure. */
class NewerThanCatalogReportsTest {
    private static final String DAY = "newer than the catalog of " + Sample.CATALOG.date() + ".";
    private static final LintResult RESULT = new TextLinter(Sample.CATALOG)
            .lint(List.of(new SourceFile("servers/mail.yaml", """
                            servers:
                              mail01: {os: Windows Server 2025, exchange: Exchange SE CU1}
                              file01: {os: 29000.1234}
                            """)), RuleSeverities.DEFAULT, Sample.AS_OF);

    private static final ReportModel MODEL = OneOfEachKind.reported("", RESULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SARIF | \"level\": \"note\" | 2 | \"level\": \"error\"",
                "JSON | \"severity\": \"note\" | 2 | \"severity\": \"error\"",
                "JSON | \"newerThanCatalog\": true | 2 | \"severity\": \"warning\"",
                "JUNIT | : note: | 2 | <failure",
                "CHECKSTYLE | severity=\"info\" | 2 | severity=\"error\"",
                "GITLAB | \"check_name\": \"newer-than-catalog\" | 2 | \"severity\": \"blocker\"",
                "HTML | data-severity=\"note\" | 2 | data-severity=\"error\"",
            })
    void aFileHasANoteForEach(ReportFormat format, String mark, int times, String never) {
        String rendered = format.render(MODEL);
        String report = format == ReportFormat.SARIF ? SarifReportTest.withoutRules(rendered) : rendered;
        assertThat(report)
                .contains("runs Exchange Server Subscription Edition CU1, which is " + DAY)
                .contains("runs Windows Server (build 10.0.29000), which is " + DAY)
                .doesNotContain(never);
        assertThat(report.split(Pattern.quote(mark), -1)).hasSize(times + 1);
    }

    @Test
    void theConsoleHasANoteForEachAndCountsThem() {
        List<String> lines = new ConsoleReport(AnsiStyle.NONE, "explain")
                .lines(RESULT).stream().map(ConsoleReport.Line::text).toList();
        assertThat(lines)
                .filteredOn(line -> line.contains(": note: "))
                .hasSize(2)
                .allMatch(line -> line.endsWith(DAY + " [newer-than-catalog]"));
        assertThat(lines.get(lines.size() - 1))
                .startsWith("1 file, 2 servers: 0 errors, 0 warnings, 2 notes.")
                .contains("rule=newer-than-catalog");
    }

    @Test
    void pullRequestsHaveANoticeForEachAndASummary() {
        assertThat(GithubReport.commands(MODEL, new AnnotationQuota(new HashMap<>()), "the log"))
                .filteredOn(command -> command.startsWith("::notice "))
                .hasSize(2)
                .allMatch(command -> command.contains(DAY));
        assertThat(GithubReport.summary(MODEL, 1 << 20))
                .contains("newer-than-catalog")
                .contains("which is " + DAY);
    }

    @Test
    void theTableOfServersSaysItBesideTheRelease() {
        assertThat(ServersReport.lines(RESULT, "check").stream()
                        .filter(line -> line.contains("newer than the catalog"))
                        .map(line -> line.strip().split(" {2,}")[2])
                        .toList())
                .containsExactly(
                        "Exchange Server Subscription Edition CU1 (newer than the catalog)",
                        "Windows Server (build 10.0.29000) (newer than the catalog)");
    }
}
