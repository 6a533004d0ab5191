package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.rule.NotJudged;

/** Remarks on the run: what was not checked, and the comparison with the base. */
record RunRemarks(HtmlWriter html, ReportModel model) {
    /** Longer lists are collapsed. */
    private static final int FEW = 20;

    void write() {
        undecided();
        comparison();
    }

    private void undecided() {
        int count = model.undecided();
        html.open("section", "class", "sl-section", "aria-labelledby", "undecided")
                .line();
        html.heading(1, "Not judged", "id", "undecided");
        if (count == 0) {
            html.element("p", "Every definition says enough to be judged.").line();
        } else {
            html.element(
                            "p",
                            "The definitions do not say what follows. It is no fault, but it is no clean bill either.")
                    .line();
            if (count > FEW) {
                html.open("details", "class", "sl-fold")
                        .element("summary", counted(count, "value"))
                        .line();
            }
            html.open("ul", "class", "sl-undecided").line();
            for (ModuleResult moduleResult : model.parts()) {
                moduleResult.result().undecided().forEach(notJudged -> write(moduleResult, notJudged));
            }
            html.close().line();
            if (count > FEW) {
                html.close().line();
            }
        }
        html.close().line();
    }

    private void write(ModuleResult moduleResult, NotJudged notJudged) {
        html.open("li")
                .element("code", moduleResult.folder() + notJudged.span())
                .text(" " + notJudged.missing() + " of \"" + notJudged.server() + "\"")
                .text(", for ")
                .element("span", notJudged.rule().id(), "class", "sl-rule")
                .close()
                .line();
    }

    private void comparison() {
        if (model.parts().stream()
                .allMatch(moduleResult -> moduleResult.result().comparison().isEmpty())) {
            return;
        }
        html.open("section", "class", "sl-section", "aria-labelledby", "comparison")
                .line();
        html.heading(1, "Compared with", "id", "comparison");
        for (ModuleResult moduleResult : model.parts()) {
            moduleResult.result().comparison().ifPresent(baseComparison -> write(moduleResult, baseComparison));
        }
        html.close().line();
    }

    private void write(ModuleResult moduleResult, BaseComparison baseComparison) {
        html.open("p");
        if (model.parts().size() > 1) {
            html.element("b", moduleResult.folder().isEmpty() ? "./" : moduleResult.folder())
                    .text(": ");
        }
        html.text("Commit ")
                .element("code", baseComparison.commit())
                .text(", where the history parts from " + baseComparison.ref() + ": ")
                .text(
                        baseComparison.servers() == 0
                                ? "it defines no server where this run looks for them, so no change was judged."
                                : counted(baseComparison.changed(), "server") + " of " + baseComparison.servers()
                                        + " changed or gone.")
                .close()
                .line();
        if (!baseComparison.unreadable().isEmpty()) {
            html.element(
                            "p",
                            "What it says at these places could not be read, so what has changed there was not judged:")
                    .line();
            html.open("ul");
            baseComparison
                    .unreadable()
                    .forEach(place -> html.open("li")
                            .element("code", moduleResult.folder() + place)
                            .close());
            html.close().line();
        }
    }
}
