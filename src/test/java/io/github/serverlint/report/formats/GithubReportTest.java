package io.github.serverlint.report.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.OneOfEachKind;
import io.github.serverlint.report.ReportModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub takes only so many annotations and so long a summary, and drops the rest without a word. */
class GithubReportTest {

    private static ReportModel with(int errors, int warnings, int notes) {
        LintResult result = OneOfEachKind.result();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Collections.nCopies(notes, open(result, "feature-needs-newer-windows")));
        findings.addAll(Collections.nCopies(warnings, open(result, "service-pack-too-low")));
        findings.addAll(Collections.nCopies(errors, open(result, "unsupported-platform")));
        return OneOfEachKind.reported("", result.with(findings));
    }

    private static Finding open(LintResult result, String rule) {
        return result.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule) && finding.isOpen())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commands(ReportModel reportModel, AnnotationQuota quota) {
        return GithubReport.commands(reportModel, quota, "the log");
    }

    /** {@code 10 error}, in the order of their first. */
    private static List<String> counts(List<String> commands) {
        return commands.stream()
                .collect(Collectors.groupingBy(
                        command -> command.replaceFirst("^::(\\w+) .*", "$1"),
                        java.util.LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
    }

    @Test
    void errorsComeFirstAndTenOfEachAreShown() {
        List<String> all = commands(with(10, 10, 10), new AnnotationQuota(new HashMap<>()));
        assertThat(counts(all)).containsExactly("10 error", "10 warning", "10 notice");
        assertThat(all).noneMatch(command -> command.contains(" more "));
    }

    @Test
    void theLastOneSaysHowManyMoreThereAre() {
        List<String> some = commands(with(11, 300, 0), new AnnotationQuota(new HashMap<>()));
        assertThat(counts(some)).containsExactly("10 error", "10 warning");
        assertThat(some)
                .contains(
                        "::error title=serverlint::2 more errors: see the log",
                        "::warning title=serverlint::291 more warnings: see the log");
    }

    @Test
    void modulesOfOneBuildShareWhatGithubTakes() {
        AnnotationQuota quota = new AnnotationQuota(new HashMap<>());
        assertThat(counts(commands(with(7, 0, 2), quota))).containsExactly("7 error", "2 notice");
        List<String> second = commands(with(5, 1, 0), quota);
        assertThat(counts(second)).containsExactly("3 error", "1 warning");
        assertThat(second.get(2)).isEqualTo("::error title=serverlint::3 more errors: see the log");
        assertThat(commands(with(4, 0, 0), quota)).isEmpty();
    }

    @Test
    void whatIsExcusedIsNoAnnotation() {
        String commands = String.join("\n", commands(OneOfEachKind.reported(""), new AnnotationQuota(new HashMap<>())));
        assertThat(commands).doesNotContain("forest-not-prepared");
        assertThat(GithubReport.summary(OneOfEachKind.reported(""), 1 << 20))
                .doesNotContain("forest-not-prepared")
                .contains("besides 2 suppressed, 1 baselined, 1 known.");
    }

    @Test
    void theSummaryOfWhatIsCleanIsShort() {
        LintResult clean = OneOfEachKind.result().with(List.of());
        assertThat(GithubReport.summary(OneOfEachKind.reported("", clean), 1 << 20))
                .isEqualTo("<h3>serverlint</h3><p>4 files, 4 servers: 0 errors, 0 warnings, 0 notes.</p>\n\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 300, 700, 2_000, 10_000, 983_040})
    void theSummaryFitsIntoTheRoomThatIsLeft(int room) {
        ReportModel reportModel = with(5_000, 0, 1);
        String summary = GithubReport.summary(reportModel, room);
        assertThat(summary.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(room);
        if (summary.isEmpty()) {
            assertThat(room).isLessThan(700);
            return;
        }
        int shown = summary.split("<td>error</td>", -1).length - 1;
        assertThat(summary)
                .contains("<td>and " + (5_001 - shown) + " more</td>")
                .endsWith("</table>\n\n");
        // There would have been no room for another row.
        assertThat(room - summary.getBytes(UTF_8).length).isLessThan(400);
    }

    @Test
    void violationsComeFirstInTheSummary() {
        String summary = GithubReport.summary(with(1, 1, 1), 1 << 20);
        assertThat(summary).containsSubsequence("<td>error</td>", "<td>warning</td>", "<td>note</td>");
    }
}
