package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.util.List;
import java.util.Locale;

/** The head of the page: how it stands, in one sentence and in numbers. */
record PageSummary(HtmlWriter html, ReportModel reported, FindingIndex judged) {

    /** What stands on the browser's tab. */
    static String title(ReportModel reportModel) {
        return HtmlReport.NAME + ": " + counted(reportModel.count(Severity.ERROR), "error") + ", "
                + counted(reportModel.count(Severity.WARNING), "warning");
    }

    void write() {
        html.heading(0, HtmlReport.NAME + " report");
        WorstFinding worst = judged.entries().stream()
                .map(ReportedFinding::finding)
                .filter(Finding::isOpen)
                .map(WorstFinding::of)
                .max(WorstFinding::compareTo)
                .orElse(WorstFinding.CLEAN);
        html.open("p", "class", "sl-verdict " + worst.style())
                .element("span", worst.symbol(), "class", "sl-mark", "aria-hidden", "true")
                .text(verdict())
                .close()
                .line();
        html.open("dl", "class", "sl-totals").line();
        total(reported.files(), "file", "");
        total(reported.servers(), "server", "");
        for (Severity severity : Severity.GRAVEST_FIRST) {
            long count = reported.count(severity);
            total(
                    count,
                    severity.word(),
                    count == 0 ? "" : WorstFinding.of(severity).style());
        }
        for (Status status : List.of(Status.SUPPRESSED, Status.BASELINED, Status.KNOWN)) {
            amount(reported.count(status), status.word(), "sl-quiet");
        }
        html.close().line();
    }

    private void total(long count, String thing, String style) {
        amount(count, count == 1 ? thing : thing + "s", style);
    }

    /** The word stands first in the document, as a list of terms wants it, and below the number on the screen. */
    private void amount(long count, String words, String style) {
        html.open("div", "class", ("sl-total " + style).strip())
                .element("dt", words)
                .element("dd", String.format(Locale.ROOT, "%,d", count))
                .close()
                .line();
    }

    /** What it means for the build. */
    String verdict() {
        long violations =
                judged.entries().stream().filter(ReportedFinding::isViolation).count();
        long open = judged.entries().stream()
                .filter(reportedFinding -> reportedFinding.finding().isOpen())
                .count();
        int undecided = reported.undecided();
        if (violations > 0) {
            return counted(violations, "violation") + (violations == 1 ? " fails" : " fail") + " the build: "
                    + threshold() + ".";
        }
        if (open > 0) {
            return "Nothing fails the build: " + threshold() + ", and " + counted(open, "finding")
                    + (open == 1 ? " is" : " are") + " below it.";
        }
        if (undecided > 0) {
            return "Nothing fails the build, but " + counted(undecided, "value") + (undecided == 1 ? " is" : " are")
                    + " not said and could not be judged.";
        }
        return judged.entries().isEmpty() ? "Nothing to do." : "Nothing to do: all that is found is excused.";
    }

    private String threshold() {
        List<Severity> thresholds = reported.parts().stream()
                .map(ModuleResult::threshold)
                .distinct()
                .toList();
        if (thresholds.size() > 1) {
            return "each module has a threshold of its own";
        }
        return "the threshold is " + thresholds.get(0).word();
    }
}
