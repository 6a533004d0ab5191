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
        html.section("undecided", "Not judged");
        if (count == 0) {
            html.element("p", "Every definition says enough to be judged.").line();
        } else {
            String what = "The definitions do not say what follows. It is no fault, but it is no clean bill either.";
            html.element("p", what).line();
            if (count > FEW) {
                html.open("details", "class", "sl-fold").element("summary", counted(count, "value"));
                html.line();
            }
            html.block("ul", "class", "sl-undecided");
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
        html.open("li").element("code", moduleResult.folder() + notJudged.span());
        html.text(" " + notJudged.missing() + " of " + notJudged.serverName().quoted() + ", for ");
        html.element("span", notJudged.rule().id(), "class", "sl-rule").close().line();
    }

    private void comparison() {
        if (model.parts().stream()
                .allMatch(moduleResult -> moduleResult.result().comparison().isEmpty())) {
            return;
        }
        html.section("comparison", "Compared with");
        for (ModuleResult moduleResult : model.parts()) {
            moduleResult.result().comparison().ifPresent(baseComparison -> write(moduleResult, baseComparison));
        }
        html.close().line();
    }

    private void write(ModuleResult moduleResult, BaseComparison base) {
        html.open("p");
        if (model.parts().size() > 1) {
            html.element("b", moduleResult.folder().isEmpty() ? "./" : moduleResult.folder());
            html.text(": ");
        }
        String changes = base.servers() == 0
                ? "it defines no server where this run looks for them, so no change was judged."
                : counted(base.changed(), "server") + " of " + base.servers() + " changed or gone.";
        html.text("Commit ").element("code", base.commit());
        html.text(", where the history parts from " + base.ref() + ": " + changes)
                .close()
                .line();
        if (!base.unreadable().isEmpty()) {
            String what = "What it says at these places could not be read, so what has changed there was not judged:";
            html.element("p", what).line().open("ul");
            base.unreadable()
                    .forEach(place -> html.open("li")
                            .element("code", moduleResult.folder() + place)
                            .close());
            html.close().line();
        }
    }
}
