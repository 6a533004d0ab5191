package io.github.serverlint.plan;

import static io.github.serverlint.plan.CandidateSteps.PLACE;
import static io.github.serverlint.plan.CandidateSteps.located;

import io.github.serverlint.analysis.MigrationReplay;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Cause;
import io.github.serverlint.plan.ForestProblem.Pair;
import io.github.serverlint.plan.SearchNode.Move;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Planner of one forest. It plans with the existing machines first; if that fails, with machines that are reinstalled,
 * and with swing servers that hold the mailboxes for a while.
 */
final class ForestPlanner {
    /** Maximum number of states of a search, which takes some seconds. */
    private static final int BUDGET = 25_000;

    /** Number of states that reveals most of the reasons. */
    private static final int SMALL_BUDGET = 500;

    /** With more units a state takes longer, and the budget is reduced. */
    private static final int UNITS_AT_FULL_BUDGET = 40;

    /** Weight of the remaining cost in the greedy search, used when the optimal one is out of reach. */
    private static final int GREEDY_WEIGHT = 20;

    private static final int MOST_SWINGS = 2;

    private final Catalog catalog;
    private final RuleEngine ruleEngine;
    private final ForestProblem forestProblem;
    private final int budget;

    ForestPlanner(Catalog catalog, RuleEngine ruleEngine, ForestProblem forestProblem) {
        this(catalog, ruleEngine, forestProblem, BUDGET);
    }

    ForestPlanner(Catalog catalog, RuleEngine ruleEngine, ForestProblem forestProblem, int budget) {
        this.catalog = catalog;
        this.ruleEngine = ruleEngine;
        this.forestProblem = forestProblem;
        this.budget = budget;
    }

    /**
     * Result of a search.
     *
     * @param batches the steps; those of a batch are the same step on equivalent servers
     * @param complete whether the whole search space was explored
     * @param violations the findings that rejected states or steps
     */
    record Outcome(Optional<List<List<Step>>> batches, boolean complete, Map<Cause, Finding> violations) {}

    /** Searches the cheapest plan. */
    Outcome plan() {
        Outcome outcome = attempt(new PlanConstraints(ruleEngine), true);
        // What is valid for one of two equivalent servers may be invalid for three: then each is planned by itself.
        if (outcome.batches().filter(batches -> !isClean(batches)).isPresent()) {
            outcome = attempt(new PlanConstraints(ruleEngine), false);
            if (outcome.batches().filter(batches -> !isClean(batches)).isPresent()) {
                outcome = new Outcome(Optional.empty(), false, outcome.violations());
            }
        }
        if (outcome.batches().isPresent()) {
            return outcome;
        }
        // Search again to collect the reasons, with a small budget if the search was given up before.
        int explaining = outcome.complete() ? budget : SMALL_BUDGET;
        Outcome explained = new ForestPlanner(catalog, ruleEngine, forestProblem, explaining).plan(finding -> true);
        return new Outcome(Optional.empty(), outcome.complete(), explained.violations());
    }

    /**
     * Searches the cheapest plan, counting only some findings.
     *
     * @param enforced the findings that count
     */
    Outcome plan(Predicate<Finding> enforced) {
        return attempt(new PlanConstraints(ruleEngine, enforced), true);
    }

    private Outcome attempt(PlanConstraints planConstraints, boolean together) {
        planConstraints.tolerate(forestProblem.wanted());
        CandidateSteps candidateSteps = new CandidateSteps(catalog, forestProblem.newestWanted());
        Outcome outcome = search(units(planConstraints, candidateSteps, together, false), planConstraints);
        boolean complete = outcome.complete();
        List<PlanUnit> anyMachine = List.of();
        for (int swings = 0; outcome.batches().isEmpty() && swings <= MOST_SWINGS; swings++) {
            List<Server> candidates = swings == 0 ? List.of() : forestProblem.swings(catalog, planConstraints);
            if (swings == 0) {
                anyMachine = units(planConstraints, candidateSteps, together, true);
            } else if (candidates.isEmpty()) {
                break;
            }
            List<PlanUnit> units = new ArrayList<>(anyMachine);
            for (int i = 1; i <= swings; i++) {
                units.add(new PlanUnit(List.of(swingName(i)), new SwingStateSpace(candidates, candidateSteps)));
            }
            outcome = search(units, planConstraints);
            complete &= outcome.complete();
        }
        return new Outcome(outcome.batches(), complete, planConstraints.violations());
    }

    /** The cheapest plan; any plan if the search space is too large; empty if none was found. */
    private Outcome search(List<PlanUnit> units, PlanConstraints planConstraints) {
        Outcome outcome = search(units, planConstraints, false, 1);
        if (outcome.batches().isEmpty() && !outcome.complete()) {
            // With every preparation made first the search space is smaller; unneeded ones are removed again.
            outcome = search(units, planConstraints, true, 1);
        }
        if (outcome.batches().isEmpty() && !outcome.complete()) {
            outcome = search(units, planConstraints, true, GREEDY_WEIGHT);
        }
        return outcome;
    }

    private String swingName(int number) {
        String name = "swing" + number;
        while (forestProblem.taken().contains(name)) {
            name += "-new";
        }
        return name;
    }

    /**
     * @param together whether equivalent servers are planned as one
     * @param newMachines whether every server may be reinstalled, or only those that cannot be upgraded
     */
    private List<PlanUnit> units(
            PlanConstraints planConstraints, CandidateSteps candidateSteps, boolean together, boolean newMachines) {
        List<PlanUnit> units = new ArrayList<>();
        for (List<Pair> kind : forestProblem.equivalentPairs()) {
            Pair first = kind.get(0);
            StateSpace stateSpace =
                    new ServerStateSpace(first.start(), first.wanted(), newMachines, candidateSteps, planConstraints);
            if (!newMachines && stateSpace.distance(0) >= StateSpace.UNREACHABLE) {
                stateSpace = new ServerStateSpace(first.start(), first.wanted(), true, candidateSteps, planConstraints);
            }
            List<String> names = kind.stream().map(Pair::name).toList();
            int alone = together ? 1 : names.size();
            for (String name : names.subList(0, alone)) {
                units.add(new PlanUnit(List.of(name), stateSpace));
            }
            if (alone < names.size()) {
                units.add(new PlanUnit(names.subList(alone, names.size()), stateSpace));
            }
        }
        return units;
    }

    private Outcome search(List<PlanUnit> units, PlanConstraints planConstraints, boolean allPreparations, int weight) {
        ForestActions forestActions = new ForestActions(
                forestProblem.beside(), forestProblem.forest(), forestProblem.wantedForest(), allPreparations, catalog);
        ForestSearch search = new ForestSearch(units, forestActions, planConstraints, budgetFor(units), weight);
        Optional<List<List<Step>>> found = search.search().map(moves -> steps(moves, units));
        if (allPreparations) {
            found = found.map(batches -> withoutUnneeded(batches, forestActions));
        }
        return new Outcome(found, search.wasComplete() && !allPreparations, planConstraints.violations());
    }

    private int budgetFor(List<PlanUnit> units) {
        return units.size() <= UNITS_AT_FULL_BUDGET ? budget : budget * UNITS_AT_FULL_BUDGET / units.size();
    }

    private List<List<Step>> steps(List<Move> moves, List<PlanUnit> units) {
        String forest =
                forestProblem.forest().flatMap(Forest::name).map(Located::value).orElse("");
        List<List<Step>> batches = new ArrayList<>();
        for (Move move : moves) {
            List<String> names =
                    move.unit() < 0 ? List.of(forest) : units.get(move.unit()).names();
            move.to()
                    .ifPresent(to -> batches.add(names.stream()
                            .<Step>map(from -> new Step.MoveMailboxes(PLACE, located(from), located(to)))
                            .toList()));
            for (Action action : move.actions()) {
                batches.add(names.stream().map(action.step()).toList());
            }
        }
        return batches;
    }

    private List<List<Step>> withoutUnneeded(List<List<Step>> batches, ForestActions forestActions) {
        List<List<Step>> left = batches;
        for (List<Step> batch : batches) {
            if (batch.get(0) instanceof Step.Prepare prepare
                    && !forestActions.requires(prepare.with().value())) {
                List<List<Step>> fewer =
                        left.stream().filter(other -> other != batch).toList();
                left = isClean(fewer) ? fewer : left;
            }
        }
        return left;
    }

    /** Whether a replay of the plan has only tolerated findings. */
    private boolean isClean(List<List<Step>> batches) {
        MigrationReplay migrationReplay = new MigrationReplay(ruleEngine, forestProblem.start());
        PlanConstraints planConstraints = new PlanConstraints(ruleEngine);
        planConstraints.tolerate(forestProblem.wanted());
        return batches.stream()
                .flatMap(List::stream)
                .allMatch(step ->
                        planConstraints.tolerates(migrationReplay.apply(step).findings()));
    }
}
