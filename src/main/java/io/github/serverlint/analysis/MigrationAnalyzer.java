package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Analyzer of declared migrations. It replays the steps, and reports the findings about a step and about the state
 * after it at the step.
 *
 * @param shown whether a place may be shown; places in a base may not
 */
record MigrationAnalyzer(RuleEngine ruleEngine, Predicate<Span> shown) {

    /** Checks a whole migration, starting at an estate. */
    RuleFindings analyze(Migration migration, Estate start) {
        return analyze(migration, 0, migration.steps().size(), start);
    }

    /**
     * Checks some steps of a migration, with each candidate of the servers that they concern; the steps before them have
     * been made.
     *
     * @param start the state before the first of them
     */
    RuleFindings analyze(Migration migration, int from, int to, Estate start) {
        EstateSimulation simulation = new EstateSimulation(start);
        Set<String> groups = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        migration.steps().subList(from, to).forEach(step -> {
            groups.addAll(simulation.groupsOf(step));
            step.subjects().forEach(name -> subjects.add(Estate.folded(name.value())));
        });
        ResolvedEstates starts = ResolvedEstates.of(start, groups::contains, migration.definedServers(), subjects);
        return starts.merged((way, resolved) -> replay(
                        migration.with(server -> starts.resolutions().resolved(way, server)), from, to, resolved))
                .and(ruleEngine.notJudged(starts.resolutions().left()));
    }

    private RuleFindings replay(Migration migration, int from, int to, Estate start) {
        MigrationReplay migrationReplay = new MigrationReplay(ruleEngine, start);
        List<Step> steps = migration.steps();
        Set<String> removed = new HashSet<>();
        for (Step step : steps.subList(0, from)) {
            if (step instanceof Step.BackUp || needsBackup(step)) {
                step.servers().forEach(server -> migrationReplay.markBackedUp(server.value()));
            }
            removed.addAll(decommissioned(step));
        }
        String keyPath = "migrations." + migration.name().value() + ".steps";
        List<Finding> findings = new ArrayList<>();
        List<NotJudged> undecided = new ArrayList<>();
        for (Step step : steps.subList(from, to)) {
            if (!hasUnknownSubject(step, migration, removed, migrationReplay)) {
                RuleFindings ruleFindings = migrationReplay.apply(step);
                ruleFindings.findings().stream()
                        .map(finding -> RuleRegistry.isChangeRule(finding.rule()) ? finding : finding.afterStep())
                        .map(finding -> finding.atStep(step.place(), keyPath, step.sentence(), shown))
                        .forEach(findings::add);
                ruleFindings.undecided().stream()
                        .filter(open -> shown.test(open.span()))
                        .forEach(undecided::add);
            }
            removed.addAll(decommissioned(step));
        }
        return new RuleFindings(findings, undecided);
    }

    /**
     * Whether a step names a server or a forest that never existed, or a server that an earlier step has
     * decommissioned, which has been reported by the parser.
     */
    private static boolean hasUnknownSubject(
            Step step, Migration migration, Set<String> removed, MigrationReplay migrationReplay) {
        return step.servers().stream()
                        .map(Located::value)
                        .filter(name ->
                                migrationReplay.simulation().server(name).isEmpty())
                        .anyMatch(name -> removed.contains(Estate.folded(name)) || !migration.decommissions(name))
                || step.forests().stream()
                        .anyMatch(name -> migrationReplay
                                .simulation()
                                .forest(name.value())
                                .isEmpty());
    }

    /** Whether a step requires a backup; a missing one is reported once, when the made steps are checked. */
    private static boolean needsBackup(Step step) {
        return (step instanceof Step.Upgrade upgrade && upgrade.to().needsBackup())
                || (step instanceof Step.Install install && install.release().needsBackup());
    }

    private static List<String> decommissioned(Step step) {
        return step instanceof Step.Decommission decommission
                ? List.of(Estate.folded(decommission.server().value()))
                : List.of();
    }
}
