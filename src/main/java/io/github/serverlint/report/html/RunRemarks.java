package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.rule.NotJudged;
import java.util.List;

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
        List<ReportedServer> servers = model.unjudgedServers();
        html.section("undecided", "Not judged");
        if (!servers.isEmpty()) {
            unjudged(servers);
        }
        if (count == 0 && servers.isEmpty()) {
            html.element("p", "Every definition says enough to be judged.").line();
        } else if (count > 0) {
            String what = "The definitions do not say what follows. It is no fault, but it is no clean bill either.";
            html.element("p", what).line();
            list(count, "value", () -> {
                for (ModuleResult moduleResult : model.parts()) {
                    moduleResult.result().undecided().forEach(notJudged -> write(moduleResult, notJudged));
                }
            });
        }
        html.close().line();
    }

    private void unjudged(List<ReportedServer> servers) {
        String what = "No rule has looked at these servers, because it is not known what they run.";
        html.element("p", what).line();
        list(servers.size(), "server", () -> {
            for (ReportedServer server : servers) {
                html.open("li").element("code", server.part().folder() + server.span());
                html.text(" " + server.sentence()).close().line();
            }
        });
    }

    private void list(int count, String thing, Runnable items) {
        if (count > FEW) {
            html.open("details", "class", "sl-fold").element("summary", counted(count, thing));
            html.line();
        }
        html.block("ul", "class", "sl-undecided");
        items.run();
        html.close().line();
        if (count > FEW) {
            html.close().line();
        }
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
        if (base.isUncertain()) {
            html.element("p", BaseComparison.UNCERTAIN).line();
        }
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
