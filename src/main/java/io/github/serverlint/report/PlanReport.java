package io.github.serverlint.report;

import static io.github.serverlint.report.ConsoleReport.counted;

import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.plan.Plan;
import io.github.serverlint.plan.Plan.Illegal;
import io.github.serverlint.plan.Plan.Impossible;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.plan.Plan.Wait;
import io.github.serverlint.plan.PlanResult;
import io.github.serverlint.report.ConsoleReport.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Console report of a plan: stages with their servers, dependencies, reasons and whether they can be undone. */
public final class PlanReport {
    private static final int MOST_SERVERS = 5;
    private static final String NOT_LEGAL = "The target is not legal itself: mend it first.";
    private static final String GIVEN_UP =
            "The search was given up before every way was tried, so there may be one. Plan a part of the servers.";

    private PlanReport() {}

    /**
     * Returns the lines of the console.
     *
     * @param written the displayed path of the file with the steps
     */
    public static List<Line> lines(PlanResult result, ConsoleReport console, String written) {
        List<Line> lines = new ArrayList<>();
        result.findings().forEach(finding -> lines.addAll(console.lines(finding)));
        if (result.plan().isEmpty()) {
            lines.add(error("What is not understood cannot be planned: mend that first."));
            return lines;
        }
        Plan plan = result.plan().get();
        if (plan instanceof Illegal illegal) {
            illegal.faults().forEach(finding -> lines.addAll(console.lines(finding)));
            lines.add(error(NOT_LEGAL));
        } else if (plan instanceof Impossible impossible) {
            lines.addAll(impossible(impossible));
        } else {
            lines.addAll(found((Solution) plan, result, written));
        }
        return lines;
    }

    /** Returns the text of {@code plan.yaml}; empty if there are no steps. */
    public static Optional<String> file(PlanResult result) {
        return result.plan()
                .filter(Solution.class::isInstance)
                .map(Solution.class::cast)
                .filter(solution -> !solution.stages().isEmpty())
                .map(PlanFile::render);
    }

    /** Returns the failure message; empty on success. */
    public static Optional<String> failure(PlanResult result) {
        if (result.plan().isEmpty()) {
            return Optional.of("The definitions cannot be read: "
                    + counted(result.findings().size(), "finding") + ".");
        }
        Plan plan = result.plan().get();
        if (plan instanceof Illegal) {
            return Optional.of(NOT_LEGAL);
        }
        return plan instanceof Impossible impossible
                ? Optional.of(OutputSanitizer.message(impossible.what()))
                : Optional.empty();
    }

    private static List<Line> found(Solution plan, PlanResult result, String written) {
        List<Line> lines = new ArrayList<>();
        if (plan.stages().isEmpty()) {
            lines.add(note("Nothing to do: " + counted(result.servers(), "server") + ", as the target wants."));
            return lines;
        }
        for (int i = 0; i < plan.stages().size(); i++) {
            PlanStage planStage = plan.stages().get(i);
            lines.add(note((i + 1) + ". " + OutputSanitizer.message(what(planStage))));
            planStage.waits().forEach(wait -> lines.add(note("      = after " + wait.stage() + because(wait))));
            planStage
                    .needs()
                    .forEach(need -> lines.add(note("      = first: " + OutputSanitizer.message(need.text())
                            + ConsoleReport.cited(need.sources()))));
            switch (planStage.undo()) {
                case BY_BACKUP -> lines.add(note("      = no way back but a backup"));
                case NEVER -> lines.add(note("      = no way back"));
                case POSSIBLE -> {}
            }
        }
        lines.add(note(counted(plan.steps().size(), "step") + " in "
                + counted(plan.stages().size(), "stage") + " for "
                + counted(Math.max(result.servers(), result.wanted()), "server") + ". "
                + (plan.shortest()
                        ? "No way takes fewer new installations, or as many and fewer steps."
                        : "A shorter way may exist: there were too many to try them all.")
                + " Every step and every state between is accepted by the rules"
                + (plan.tolerated() ? ", but for what the target has itself." : ".")));
        lines.add(note("Written to " + OutputSanitizer.message(written)
                + ": put it beside the definitions, and check judges it as a migration."));
        return lines;
    }

    private static String because(Wait wait) {
        if (wait.because().isEmpty()) {
            return "";
        }
        return ": otherwise "
                + OutputSanitizer.message(wait.because().replaceFirst("^The ", "the "))
                + ConsoleReport.cited(wait.sources());
    }

    /** Returns the step on the first server and the names of the others. */
    static String what(PlanStage planStage) {
        List<Step> steps = planStage.steps();
        String first = steps.get(0).sentence() + definition(steps.get(0));
        if (steps.size() == 1) {
            return first;
        }
        String others = steps.stream()
                .skip(1)
                .limit(MOST_SERVERS)
                .map(step -> step.subjects().get(0).value())
                .collect(Collectors.joining(", "));
        int more = steps.size() - 1 - MOST_SERVERS;
        return first + "; the same for " + others + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns the products installed on a new machine. */
    private static String definition(Step step) {
        Optional<Server> server = step instanceof Step.Add add
                ? Optional.of(add.server())
                : step instanceof Step.Reinstall reinstall ? Optional.of(reinstall.as()) : Optional.empty();
        return server.map(machine -> machine.possible().values().stream()
                        .map(Installation::either)
                        .collect(Collectors.joining(", ", " with ", "")))
                .orElse("");
    }

    private static List<Line> impossible(Impossible impossible) {
        List<Line> lines = new ArrayList<>();
        lines.add(error(OutputSanitizer.message(impossible.what())));
        for (Finding reason : impossible.reasons()) {
            String rule = reason.rule().id();
            lines.add(error("  " + OutputSanitizer.message(reason.message()) + " [" + rule + "]"));
            if (!reason.reason().isEmpty()) {
                String sources = ConsoleReport.cited(reason.sources());
                lines.add(error("      = why: " + OutputSanitizer.message(reason.reason()) + sources));
            }
        }
        lines.add(error(impossible.proven() ? proven(impossible) : GIVEN_UP));
        return lines;
    }

    private static String proven(Impossible impossible) {
        return impossible.reasons().isEmpty()
                ? "No rule is to blame: no step leads there."
                : "Every way was tried. "
                        + (impossible.reasons().size() == 1 ? "This alone leaves" : "These together leave") + " none.";
    }

    private static Line error(String text) {
        return new Line(Severity.ERROR, text);
    }

    private static Line note(String text) {
        return new Line(Severity.NOTE, text);
    }
}
