package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.analysis.ReplayedMigration;
import io.github.serverlint.analysis.ReplayedMigration.AppliedStep;
import io.github.serverlint.analysis.ReplayedMigration.SubjectChange;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The migrations, each drawn as the states that its steps lead through. */
record MigrationDiagrams(HtmlWriter html, ReportModel reported, FindingIndex judged) {
    /** So many steps are one leaf; of a long migration the first leaf is open, and each that has findings. */
    private static final int LEAF = 50;

    /** More servers than these are shown when asked for. */
    private static final int FEW = 12;

    void write() {
        boolean any = reported.parts().stream()
                .anyMatch(moduleResult -> !moduleResult.result().replays().isEmpty());
        if (!any) {
            return;
        }
        html.open("section", "class", "sl-section", "aria-labelledby", "migrations")
                .line();
        html.heading(1, "Migrations", "id", "migrations");
        for (ModuleResult moduleResult : reported.parts()) {
            moduleResult.result().replays().forEach(replay -> write(moduleResult, replay));
        }
        html.close().line();
    }

    private void write(ModuleResult moduleResult, ReplayedMigration replay) {
        List<AppliedStep> steps = replay.steps();
        html.open("article", "class", "sl-migration").line();
        html.heading(
                2,
                (reported.parts().size() > 1 ? moduleResult.folder() : "")
                        + replay.migration().name().value());
        html.element(
                        "p",
                        counted(steps.size(), "step")
                                + found(steps.stream().map(AppliedStep::step).toList()) + ".")
                .line();
        ends(replay.ends());
        if (steps.size() <= LEAF) {
            list(steps, 1);
        } else {
            for (int from = 0; from < steps.size(); from += LEAF) {
                leaf(steps.subList(from, Math.min(from + LEAF, steps.size())), from + 1);
            }
        }
        html.close().line();
    }

    /** Where the migration begins and where it ends. */
    private void ends(List<SubjectChange> touched) {
        boolean many = touched.size() > FEW;
        if (many) {
            html.open("details", "class", "sl-fold sl-printed")
                    .element(
                            "summary",
                            "Start and end of the " + touched.size() + " servers and forests that it touches");
        }
        html.open("div", "class", "sl-wide", "role", "region", "aria-label", "Start and end", "tabindex", "0");
        html.open("table", "class", "sl-ends").element("caption", "Start and end of what the migration touches");
        html.open("thead").open("tr");
        List.of("Name", "Start", "End").forEach(head -> html.element("th", head, "scope", "col"));
        html.close().close().line();
        html.open("tbody").line();
        for (SubjectChange each : touched) {
            List<String> before = StateSummary.of(each.before());
            List<String> after = StateSummary.of(each.after());
            html.open("tr").element("th", each.name(), "scope", "row");
            html.element("td", String.join(", ", before)).open("td");
            StateSummary.write(html, before.stream().filter(after::contains).toList(), after);
            html.close().close().line();
        }
        html.close().close().close();
        if (many) {
            html.close();
        }
        html.line();
    }

    private void leaf(List<AppliedStep> steps, int first) {
        List<Step> inside = steps.stream().map(AppliedStep::step).toList();
        boolean open =
                first == 1 || inside.stream().anyMatch(step -> !judged.of(step).isEmpty());
        List<String> attributes = new ArrayList<>(List.of("class", "sl-fold sl-printed"));
        if (open) {
            attributes.addAll(List.of("open", ""));
        }
        html.open("details", attributes.toArray(String[]::new))
                .element("summary", "Steps " + first + " to " + (first + steps.size() - 1) + found(inside))
                .line();
        list(steps, first);
        html.close().line();
    }

    private void list(List<AppliedStep> steps, int first) {
        html.open("ol", "class", "sl-steps", "start", String.valueOf(first)).line();
        int number = first;
        for (AppliedStep played : steps) {
            write(played, number);
            number++;
        }
        html.close().line();
    }

    private void write(AppliedStep played, int number) {
        List<ReportedFinding> found = judged.of(played.step());
        WorstFinding worstFinding = FindingIndex.verdict(found);
        html.open("li", "class", "sl-step " + worstFinding.style());
        html.element("span", String.valueOf(number), "class", "sl-number", "aria-hidden", "true");
        html.open("p", "class", "sl-sentence")
                .mark(worstFinding)
                .text(" " + played.step().sentence());
        html.close();
        html.open("p", "class", "sl-state").element("b", played.change().name()).text(": ");
        StateSummary.write(
                html,
                StateSummary.of(played.change().before()),
                StateSummary.of(played.change().after()));
        html.close();
        if (!played.noEffectReason().isEmpty()) {
            html.element("p", "Nothing changes: " + played.noEffectReason() + ".", "class", "sl-hint");
        }
        if (!found.isEmpty()) {
            html.open("ul", "class", "sl-links");
            for (ReportedFinding reportedFinding : found) {
                html.open("li")
                        .element(
                                "a",
                                (reportedFinding.finding().isOpen()
                                                ? reportedFinding
                                                        .finding()
                                                        .severity()
                                                        .word()
                                                : reportedFinding
                                                        .finding()
                                                        .status()
                                                        .word())
                                        + ": "
                                        + reportedFinding.finding().rule().id(),
                                "href",
                                FindingList.address(reportedFinding))
                        .close();
            }
            html.close();
        }
        html.close().line();
    }

    /** The open findings of some steps in words. */
    private String found(List<Step> steps) {
        Map<Severity, Long> counts = steps.stream()
                .flatMap(step -> judged.of(step).stream())
                .map(ReportedFinding::finding)
                .filter(finding -> finding.isOpen())
                .collect(Collectors.groupingBy(finding -> finding.severity(), Collectors.counting()));
        String words = Severity.GRAVEST_FIRST.stream()
                .filter(counts::containsKey)
                .map(severity -> counted(counts.getOrDefault(severity, 0L), severity.word()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : ": " + words;
    }
}
