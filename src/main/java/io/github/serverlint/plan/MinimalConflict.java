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

/** The smallest set of reasons that leaves no way: if only these counted there would be none either. */
final class MinimalConflict {
    /** What is tried without a reason is mostly easy, or as hopeless as before. */
    private static final int BUDGET = 4_000;

    private static final int MOST_TRIED_IN_PAIRS = 14;

    private final ForestPlanner planner;

    MinimalConflict(Catalog catalog, RuleEngine ruleEngine, ForestProblem forestProblem, Estate wanted) {
        this.planner = new ForestPlanner(catalog, ruleEngine, forestProblem, wanted, BUDGET);
    }

    List<Finding> smallest(Outcome outcome) {
        Map<String, Finding> broken = outcome.broken();
        List<String> all = List.copyOf(broken.keySet());
        if (!outcome.complete()) {
            // Some of what was met on the way, and nobody knows whether it is to blame.
            return List.of();
        }
        if (forbid(Set.of())) {
            // No fact is to blame: there is no step that leads there.
            return List.of();
        }
        for (String one : all) {
            if (forbid(Set.of(one))) {
                return findings(Set.of(one), broken);
            }
        }
        if (all.size() <= MOST_TRIED_IN_PAIRS) {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    if (forbid(Set.of(all.get(i), all.get(j)))) {
                        return findings(Set.of(all.get(i), all.get(j)), broken);
                    }
                }
            }
        }
        return findings(withoutNeedless(all), broken);
    }

    /** Takes away one after the other, as long as what is left leaves no way. */
    private Set<String> withoutNeedless(List<String> all) {
        Set<String> left = new TreeSet<>(all);
        for (String each : all) {
            Set<String> fewer = new TreeSet<>(left);
            fewer.remove(each);
            if (forbid(fewer)) {
                left = fewer;
            }
        }
        return left;
    }

    private boolean forbid(Set<String> reasons) {
        Outcome outcome = planner.plan(finding -> reasons.contains(PlanConstraints.why(finding)));
        return outcome.batches().isEmpty() && outcome.complete();
    }

    private static List<Finding> findings(Set<String> reasons, Map<String, Finding> broken) {
        List<Finding> findings = new ArrayList<>();
        broken.forEach((why, finding) -> {
            if (reasons.contains(why)) {
                findings.add(finding);
            }
        });
        return findings;
    }
}
