package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.Judgement;
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
 * Plays declared migrations, and reports what is wrong with a step or with the state that it leads to at the step.
 *
 * @param shown whether a place may be shown; not so for what stands in a base
 */
record MigrationAnalyzer(RuleEngine judge, Predicate<Span> shown) {

    /** A whole migration, from an estate on. */
    Judgement judge(Migration migration, Estate start) {
        return judge(migration, 0, migration.steps().size(), start);
    }

    /**
     * Some steps of a migration; those before them have been made.
     *
     * @param start where the first of them begins
     */
    Judgement judge(Migration migration, int from, int to, Estate start) {
        MigrationReplay migrationReplay = new MigrationReplay(judge, start);
        List<Step> steps = migration.steps();
        Set<String> gone = new HashSet<>();
        for (Step step : steps.subList(0, from)) {
            if (step instanceof Step.BackUp || needsBackup(step)) {
                step.servers().forEach(server -> migrationReplay.markBackedUp(server.value()));
            }
            gone.addAll(takenOutOfService(step));
        }
        String keyPath = "migrations." + migration.name().value() + ".steps";
        List<Finding> findings = new ArrayList<>();
        List<NotJudged> undecided = new ArrayList<>();
        for (Step step : steps.subList(from, to)) {
            if (!speaksOfNobody(step, migration, gone, migrationReplay)) {
                Judgement judgement = migrationReplay.apply(step);
                judgement.findings().stream()
                        .map(finding -> RuleRegistry.judgesChanges(finding.rule()) ? finding : finding.afterStep())
                        .map(finding -> finding.atStep(step.place(), keyPath, step.sentence(), shown))
                        .forEach(findings::add);
                judgement.undecided().stream()
                        .filter(open -> shown.test(open.span()))
                        .forEach(undecided::add);
            }
            gone.addAll(takenOutOfService(step));
        }
        return new Judgement(findings, undecided);
    }

    /**
     * Whether a step names a server or a forest that never was, or a server that an earlier step has taken out of service, which has been
     * reported where the definitions were read.
     */
    private static boolean speaksOfNobody(
            Step step, Migration migration, Set<String> gone, MigrationReplay migrationReplay) {
        return step.servers().stream()
                        .map(Located::value)
                        .filter(name ->
                                migrationReplay.simulation().server(name).isEmpty())
                        .anyMatch(name -> gone.contains(Estate.folded(name)) || !migration.decommissions(name))
                || step.forests().stream()
                        .anyMatch(name -> migrationReplay
                                .simulation()
                                .forest(name.value())
                                .isEmpty());
    }

    /** Whoever made such a step without a backup has been told so once, where the steps that were made are judged. */
    private static boolean needsBackup(Step step) {
        return (step instanceof Step.Upgrade upgrade && upgrade.to().needsBackup())
                || (step instanceof Step.Install install && install.release().needsBackup());
    }

    private static List<String> takenOutOfService(Step step) {
        return step instanceof Step.Decommission decommission
                ? List.of(Estate.folded(decommission.server().value()))
                : List.of();
    }
}
