package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.analysis.ReplayedMigration;
import io.github.serverlint.analysis.ReplayedMigration.AppliedStep;
import io.github.serverlint.analysis.ReplayedMigration.SubjectChange;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Diagrams of the migrations, each as the states between its steps. */
record MigrationDiagrams(HtmlWriter html, ReportModel model, FindingIndex index) {
    /** Number of steps per section; the first section of a long migration is open, and each with findings. */
    private static final int SECTION_SIZE = 50;

    /** Longer lists of servers are collapsed. */
    private static final int FEW = 12;

    void write() {
        if (model.parts().stream().allMatch(part -> part.result().replays().isEmpty())) {
            return;
        }
        html.section("migrations", "Migrations");
        for (ModuleResult moduleResult : model.parts()) {
            moduleResult.result().replays().forEach(replay -> write(moduleResult, replay));
        }
        html.close().line();
    }

    private void write(ModuleResult moduleResult, ReplayedMigration replay) {
        List<AppliedStep> steps = replay.steps();
        String module = model.parts().size() > 1 ? moduleResult.folder() : "";
        html.block("article", "class", "sl-migration");
        html.element("h3", module + replay.migration().name().value()).line();
        html.element("p", counted(steps.size(), "step") + found(steps) + ".").line();
        ends(replay.ends());
        if (steps.size() <= SECTION_SIZE) {
            list(steps, 1);
        } else {
            for (int from = 0; from < steps.size(); from += SECTION_SIZE) {
                section(steps.subList(from, Math.min(from + SECTION_SIZE, steps.size())), from + 1);
            }
        }
        html.close().line();
    }

    /** Writes the start and the end of what the migration touches. */
    private void ends(List<SubjectChange> touched) {
        boolean many = touched.size() > FEW;
        if (many) {
            String summary = "Start and end of the " + touched.size() + " servers and forests that it touches";
            html.open("details", "class", "sl-fold sl-printed").element("summary", summary);
        }
        html.open("div", "class", "sl-wide", "role", "region", "aria-label", "Start and end", "tabindex", "0");
        html.open("table", "class", "sl-ends").element("caption", "Start and end of what the migration touches");
        html.open("thead").open("tr");
        List.of("Name", "Start", "End").forEach(head -> html.element("th", head, "scope", "col"));
        html.close().close().line();
        html.block("tbody");
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

    private void section(List<AppliedStep> steps, int first) {
        boolean open = first == 1
                || steps.stream().anyMatch(played -> !index.of(played.step()).isEmpty());
        List<String> attributes = new ArrayList<>(List.of("class", "sl-fold sl-printed"));
        if (open) {
            attributes.addAll(List.of("open", ""));
        }
        html.open("details", attributes.toArray(String[]::new));
        html.element("summary", "Steps " + first + " to " + (first + steps.size() - 1) + found(steps));
        html.line();
        list(steps, first);
        html.close().line();
    }

    private void list(List<AppliedStep> steps, int first) {
        html.block("ol", "class", "sl-steps", "start", String.valueOf(first));
        for (int i = 0; i < steps.size(); i++) {
            write(steps.get(i), first + i);
        }
        html.close().line();
    }

    private void write(AppliedStep played, int number) {
        List<ReportedFinding> found = index.of(played.step());
        WorstFinding worst = FindingIndex.worst(found);
        html.open("li", "class", "sl-step " + worst.style()).symbol(String.valueOf(number), "sl-number");
        html.open("p", "class", "sl-sentence").symbol(worst).spoken(worst.word());
        html.text(" " + played.step().sentence()).close();
        SubjectChange change = played.change();
        html.open("p", "class", "sl-state").element("b", change.name()).text(": ");
        StateSummary.write(html, StateSummary.of(change.before()), StateSummary.of(change.after()));
        html.close();
        if (!played.noEffectReason().isEmpty()) {
            html.element("p", "Nothing changes: " + played.noEffectReason() + ".", "class", "sl-hint");
        }
        if (!found.isEmpty()) {
            html.open("ul", "class", "sl-links");
            for (ReportedFinding entry : found) {
                Finding finding = entry.finding();
                String word = finding.isOpen()
                        ? finding.severity().word()
                        : finding.status().word();
                html.open("li");
                html.element("a", word + ": " + finding.rule().id(), "href", FindingList.address(entry));
                html.close();
            }
            html.close();
        }
        html.close().line();
    }

    /** Returns the numbers of open findings of some steps. */
    private String found(List<AppliedStep> steps) {
        Map<Severity, Long> counts = steps.stream()
                .flatMap(played -> index.of(played.step()).stream())
                .filter(ReportedFinding::isOpen)
                .collect(Collectors.groupingBy(entry -> entry.finding().severity(), Collectors.counting()));
        String words = Severity.GRAVEST_FIRST.stream()
                .filter(counts::containsKey)
                .map(severity -> counted(counts.getOrDefault(severity, 0L), severity.word()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : ": " + words;
    }
}
