package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Cause;
import io.github.serverlint.plan.ForestPlanner.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Minimal set of reasons that makes the problem unsolvable: with only these facts there is no plan either. */
final class MinimalConflict {
    /** A search without some reasons is mostly easy, or as hopeless as before. */
    private static final int BUDGET = 4_000;

    private static final int MOST_TRIED_IN_PAIRS = 14;

    private final ForestPlanner planner;

    MinimalConflict(Catalog catalog, RuleEngine ruleEngine, ForestProblem forestProblem) {
        this.planner = new ForestPlanner(catalog, ruleEngine, forestProblem, BUDGET);
    }

    List<Finding> smallest(Outcome outcome) {
        Map<Cause, Finding> violations = outcome.violations();
        List<Cause> all = List.copyOf(violations.keySet());
        if (!outcome.complete()) {
            // The search was given up, so its findings may be irrelevant.
            return List.of();
        }
        if (ruleOutPlans(Set.of())) {
            // No fact is the cause: no sequence of steps leads there.
            return List.of();
        }
        for (Cause one : all) {
            if (ruleOutPlans(Set.of(one))) {
                return findings(Set.of(one), violations);
            }
        }
        if (all.size() <= MOST_TRIED_IN_PAIRS) {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    if (ruleOutPlans(Set.of(all.get(i), all.get(j)))) {
                        return findings(Set.of(all.get(i), all.get(j)), violations);
                    }
                }
            }
        }
        return findings(withoutUnneeded(all), violations);
    }

    /** Removes one reason after the other while the rest still rules out every plan. */
    private Set<Cause> withoutUnneeded(List<Cause> all) {
        Set<Cause> left = new HashSet<>(all);
        for (Cause each : all) {
            Set<Cause> fewer = new HashSet<>(left);
            fewer.remove(each);
            if (ruleOutPlans(fewer)) {
                left = fewer;
            }
        }
        return left;
    }

    private boolean ruleOutPlans(Set<Cause> reasons) {
        Outcome outcome = planner.plan(finding -> reasons.contains(finding.cause()));
        return outcome.batches().isEmpty() && outcome.complete();
    }

    private static List<Finding> findings(Set<Cause> reasons, Map<Cause, Finding> violations) {
        return violations.values().stream()
                .filter(finding -> reasons.contains(finding.cause()))
                .toList();
    }
}
