package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.plan.ForestPlanner.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Minimal set of reasons that makes the problem unsolvable: with only these facts there is no plan either. */
final class MinimalConflict {
    /** A search without some reasons is mostly easy, or as hopeless as before. */
    private static final int BUDGET = 4_000;

    private static final int MOST_TRIED_IN_PAIRS = 14;

    private final ForestPlanner planner;

    MinimalConflict(Catalog catalog, RuleEngine ruleEngine, ForestProblem forestProblem, Estate wanted) {
        this.planner = new ForestPlanner(catalog, ruleEngine, forestProblem, wanted, BUDGET);
    }

    List<Finding> smallest(Outcome outcome) {
        Map<String, Finding> violations = outcome.violations();
        List<String> all = List.copyOf(violations.keySet());
        if (!outcome.complete()) {
            // The search was given up, so its findings may be irrelevant.
            return List.of();
        }
        if (ruleOutPlans(Set.of())) {
            // No fact is the cause: no sequence of steps leads there.
            return List.of();
        }
        for (String one : all) {
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
    private Set<String> withoutUnneeded(List<String> all) {
        Set<String> left = new TreeSet<>(all);
        for (String each : all) {
            Set<String> fewer = new TreeSet<>(left);
            fewer.remove(each);
            if (ruleOutPlans(fewer)) {
                left = fewer;
            }
        }
        return left;
    }

    private boolean ruleOutPlans(Set<String> reasons) {
        Outcome outcome = planner.plan(finding -> reasons.contains(PlanConstraints.reasonKey(finding)));
        return outcome.batches().isEmpty() && outcome.complete();
    }

    private static List<Finding> findings(Set<String> reasons, Map<String, Finding> violations) {
        List<Finding> findings = new ArrayList<>();
        violations.forEach((reasonKey, finding) -> {
            if (reasons.contains(reasonKey)) {
                findings.add(finding);
            }
        });
        return findings;
    }
}
