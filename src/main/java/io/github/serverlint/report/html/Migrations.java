package io.github.serverlint.report.html;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.Reported;
import io.github.serverlint.report.Reported.Entry;
import io.github.serverlint.report.Reported.Part;
import io.github.serverlint.source.Located;
import io.github.serverlint.transition.Timeline;
import io.github.serverlint.transition.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The migrations, each drawn as the states that its steps lead through. */
record Migrations(Html html, Reported reported, Judged judged) {
    /** So many steps are one leaf; of a long migration the first leaf is open, and each that has findings. */
    private static final int LEAF = 50;

    /** More servers than these are shown when asked for. */
    private static final int FEW = 12;

    /** What a migration touches, before and after all of it. */
    private record Touched(String name, List<String> before, List<String> after) {}

    /** A step, and the state of what it touches around it. */
    private record Played(Step step, String subject, List<String> before, List<String> after, String idle) {}

    void write() {
        boolean any = reported.parts().stream()
                .anyMatch(part -> !part.result().estate().migrations().isEmpty());
        if (!any) {
            return;
        }
        html.open("section", "class", "sl-section", "aria-labelledby", "migrations")
                .line();
        html.heading(1, "Migrations", "id", "migrations");
        for (Part part : reported.parts()) {
            part.result().estate().migrations().forEach(migration -> write(part, migration));
        }
        html.close().line();
    }

    private void write(Part part, Migration migration) {
        Estate start = part.result().estate();
        Timeline timeline = new Timeline(start);
        List<Played> steps =
                migration.steps().stream().map(step -> play(timeline, step)).toList();
        html.open("article", "class", "sl-migration").line();
        html.heading(
                2,
                (reported.parts().size() > 1 ? part.folder() : "")
                        + migration.name().value());
        html.element(
                        "p",
                        counted(steps.size(), "step")
                                + found(steps.stream().map(Played::step).toList()) + ".")
                .line();
        ends(touched(migration, new Timeline(start), timeline));
        if (steps.size() <= LEAF) {
            list(steps, 1);
        } else {
            for (int from = 0; from < steps.size(); from += LEAF) {
                leaf(steps.subList(from, Math.min(from + LEAF, steps.size())), from + 1);
            }
        }
        html.close().line();
    }

    private static Played play(Timeline timeline, Step step) {
        Transition transition = timeline.play(step);
        if (!step.forests().isEmpty() && step.subjects().isEmpty()) {
            return new Played(
                    step,
                    step.forests().get(0).value(),
                    States.ofForest(transition.forestBefore()),
                    States.ofForest(transition.forestAfter()),
                    transition.idle());
        }
        // Whoever steps on the spot stays what he was.
        Optional<Server> after = transition.idle().isEmpty()
                ? transition.after()
                : transition.after().isEmpty() ? transition.before() : transition.after();
        return new Played(
                step,
                step.subjects().isEmpty() ? "" : step.subjects().get(0).value(),
                States.of(transition.before()),
                States.of(after),
                transition.idle());
    }

    private List<Touched> touched(Migration migration, Timeline start, Timeline end) {
        Map<String, Touched> touched = new LinkedHashMap<>();
        for (Step step : migration.steps()) {
            for (Located<String> name : step.subjects()) {
                touched.computeIfAbsent(
                        "server " + Estate.folded(name.value()),
                        key -> new Touched(
                                name.value(),
                                States.of(start.server(name.value())),
                                States.of(end.server(name.value()))));
            }
            boolean ofForest = step.subjects().isEmpty();
            for (Located<String> name : ofForest ? step.forests() : List.<Located<String>>of()) {
                touched.computeIfAbsent(
                        "forest " + Estate.folded(name.value()),
                        key -> new Touched(
                                name.value(),
                                States.ofForest(start.forest(name.value())),
                                States.ofForest(end.forest(name.value()))));
            }
        }
        return new ArrayList<>(touched.values());
    }

    /** Where the migration begins and where it ends. */
    private void ends(List<Touched> touched) {
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
        for (Touched each : touched) {
            html.open("tr").element("th", each.name(), "scope", "row");
            html.element("td", String.join(", ", each.before())).open("td");
            States.write(
                    html, each.before().stream().filter(each.after()::contains).toList(), each.after());
            html.close().close().line();
        }
        html.close().close().close();
        if (many) {
            html.close();
        }
        html.line();
    }

    private void leaf(List<Played> steps, int first) {
        List<Step> inside = steps.stream().map(Played::step).toList();
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

    private void list(List<Played> steps, int first) {
        html.open("ol", "class", "sl-steps", "start", String.valueOf(first)).line();
        int number = first;
        for (Played played : steps) {
            write(played, number);
            number++;
        }
        html.close().line();
    }

    private void write(Played played, int number) {
        List<Entry> found = judged.of(played.step());
        Verdict verdict = Judged.verdict(found);
        html.open("li", "class", "sl-step " + verdict.style());
        html.element("span", String.valueOf(number), "class", "sl-number", "aria-hidden", "true");
        html.open("p", "class", "sl-sentence")
                .mark(verdict)
                .text(" " + played.step().sentence());
        html.close();
        html.open("p", "class", "sl-state").element("b", played.subject()).text(": ");
        States.write(html, played.before(), played.after());
        html.close();
        if (!played.idle().isEmpty()) {
            html.element("p", "Nothing changes: " + played.idle() + ".", "class", "sl-hint");
        }
        if (!found.isEmpty()) {
            html.open("ul", "class", "sl-links");
            for (Entry entry : found) {
                html.open("li")
                        .element(
                                "a",
                                (entry.finding().isOpen()
                                                ? entry.finding().severity().word()
                                                : entry.finding().status().word())
                                        + ": " + entry.finding().rule().id(),
                                "href",
                                Findings.address(entry))
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
                .map(Entry::finding)
                .filter(finding -> finding.isOpen())
                .collect(Collectors.groupingBy(finding -> finding.severity(), Collectors.counting()));
        String words = Severity.GRAVEST_FIRST.stream()
                .filter(counts::containsKey)
                .map(severity -> counted(counts.getOrDefault(severity, 0L), severity.word()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : ": " + words;
    }
}
