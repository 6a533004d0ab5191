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

/** Summary at the top of the page: the result in one sentence and in numbers. */
record PageSummary(HtmlWriter html, ReportModel model, FindingIndex index) {

    /** Returns the title of the page. */
    static String title(ReportModel reportModel) {
        return HtmlReport.NAME + ": " + counted(reportModel.count(Severity.ERROR), "error") + ", "
                + counted(reportModel.count(Severity.WARNING), "warning");
    }

    void write() {
        html.element("h1", HtmlReport.NAME + " report").line();
        WorstFinding worst = WorstFinding.of(
                index.entries().stream().map(ReportedFinding::finding).filter(Finding::isOpen));
        html.open("p", "class", "sl-verdict " + worst.style()).symbol(worst);
        html.text(conclusion()).close().line();
        html.block("dl", "class", "sl-totals");
        total(model.files(), "file", "");
        total(model.servers(), "server", "");
        if (model.unjudged() > 0) {
            amount(
                    model.unjudged(),
                    "not judged",
                    " " + WorstFinding.of(Severity.WARNING).style());
        }
        for (Severity severity : Severity.GRAVEST_FIRST) {
            long count = model.count(severity);
            total(
                    count,
                    severity.word(),
                    count == 0 ? "" : " " + WorstFinding.of(severity).style());
        }
        for (Status status : List.of(Status.SUPPRESSED, Status.BASELINED, Status.KNOWN)) {
            amount(model.count(status), status.word(), " sl-quiet");
        }
        html.close().line();
    }

    private void total(long count, String thing, String style) {
        amount(count, count == 1 ? thing : thing + "s", style);
    }

    /**
     * Writes a number with its label, which comes first in the markup of a description list and is displayed below the
     * number.
     */
    private void amount(long count, String words, String style) {
        html.open("div", "class", "sl-total" + style).element("dt", words);
        html.element("dd", String.format(Locale.ROOT, "%,d", count)).close().line();
    }

    /** Returns the result for the build. */
    String conclusion() {
        long violations =
                index.entries().stream().filter(ReportedFinding::isViolation).count();
        long open = index.entries().stream().filter(ReportedFinding::isOpen).count();
        int undecided = model.undecided();
        if (violations > 0) {
            return counted(violations, "violation") + (violations == 1 ? " fails" : " fail") + " the build: "
                    + threshold() + ".";
        }
        if (open > 0) {
            return "Nothing fails the build: " + threshold() + ", and " + counted(open, "finding")
                    + (open == 1 ? " is" : " are") + " below it.";
        }
        int unjudged = model.unjudged();
        if (unjudged > 0) {
            return "Nothing fails the build, but " + counted(unjudged, "server") + (unjudged == 1 ? " was" : " were")
                    + " not judged, because it is not known what " + (unjudged == 1 ? "it runs." : "they run.");
        }
        if (undecided > 0) {
            return "Nothing fails the build, but " + counted(undecided, "value") + (undecided == 1 ? " is" : " are")
                    + " not said and could not be judged.";
        }
        if (!model.isWhole()) {
            return index.entries().isEmpty()
                    ? "Nothing was found in what was judged."
                    : "All that was found in what was judged is excused.";
        }
        return index.entries().isEmpty() ? "Nothing to do." : "Nothing to do: all that is found is excused.";
    }

    private String threshold() {
        List<Severity> thresholds =
                model.parts().stream().map(ModuleResult::threshold).distinct().toList();
        if (thresholds.size() > 1) {
            return "each module has a threshold of its own";
        }
        return "the threshold is " + thresholds.get(0).word();
    }
}
