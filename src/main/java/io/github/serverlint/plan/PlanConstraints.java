package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Cause;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Constraints on a plan: no step with findings, and no state with a new finding of any severity. Findings that the
 * target itself has are tolerated.
 */
final class PlanConstraints {
    private final boolean failFast;
    private final RuleEngine ruleEngine;
    private final Predicate<Finding> enforced;
    private final Set<String> tolerated = new HashSet<>();
    private final Map<Cause, Finding> violations = new LinkedHashMap<>();

    /** All constraints, without collecting all reasons. */
    PlanConstraints(RuleEngine ruleEngine) {
        this(ruleEngine, finding -> true, true);
    }

    /** The constraints of some findings only, collecting all reasons. */
    PlanConstraints(RuleEngine ruleEngine, Predicate<Finding> enforced) {
        this(ruleEngine, enforced, false);
    }

    /**
     * @param enforced the findings that count; others are ignored, to see what would be possible without them
     * @param failFast whether to stop at the first violation instead of collecting all reasons
     */
    private PlanConstraints(RuleEngine ruleEngine, Predicate<Finding> enforced, boolean failFast) {
        this.failFast = failFast;
        this.ruleEngine = ruleEngine;
        this.enforced = enforced;
    }

    /** Tolerates all findings of a state. */
    void tolerate(Estate wanted) {
        tolerated.addAll(faultsOf(wanted));
    }

    /** Whether a step is allowed, whatever state it leads to. */
    boolean allows(Transition transition) {
        RuleFindings ruleFindings = ruleEngine.checkTransition(transition);
        boolean clean = ruleFindings.undecided().isEmpty();
        for (Finding finding : ruleFindings.findings()) {
            if (enforced.test(finding)) {
                violations.putIfAbsent(finding.cause(), finding);
                clean = false;
            }
        }
        return clean;
    }

    /** Whether a server by itself has no findings; they are not recorded as violations. */
    boolean isFaultless(Server server) {
        RuleFindings ruleFindings = ruleEngine.checkServer(server);
        return ruleFindings.undecided().isEmpty()
                && ruleFindings.findings().stream().noneMatch(enforced);
    }

    /** The faults of a server by itself. */
    Set<String> faults(Server server) {
        return faults(ruleEngine.checkServer(server));
    }

    /** The faults of the servers of an estate together. */
    Set<String> faults(Estate estate) {
        return faults(ruleEngine.checkForests(estate));
    }

    /** The faults of servers together, if the state may follow one with the given faults; empty if not. */
    Optional<Set<String>> faults(Estate estate, Set<String> before) {
        if (ruleEngine.hasCleanForests(estate)) {
            return Optional.of(Set.of());
        }
        if (failFast && before.isEmpty() && tolerated.isEmpty()) {
            return Optional.empty();
        }
        Set<String> after = faults(estate);
        return allows(before, after) ? Optional.of(after) : Optional.empty();
    }

    /** Whether a state with some faults may follow another. */
    boolean allows(Set<String> before, Set<String> after) {
        return after.stream().allMatch(fault -> before.contains(fault) || tolerated.contains(fault));
    }

    /** Whether all findings about a step are tolerated. */
    boolean tolerates(List<Finding> findings) {
        return findings.stream().allMatch(finding -> tolerated.contains(fault(finding)));
    }

    /** The faults of all servers of an estate, by themselves and together. */
    Set<String> faultsOf(Estate estate) {
        return faults(ruleEngine.checkEstate(estate));
    }

    /** The key of a finding among faults. */
    static String fault(Finding finding) {
        String server = finding.server().orElse("");
        return String.join("\n", finding.rule().id(), finding.severity().word(), server, finding.keyPath());
    }

    private Set<String> faults(RuleFindings ruleFindings) {
        Set<String> faults = new HashSet<>();
        for (Finding finding : ruleFindings.findings()) {
            if (enforced.test(finding)) {
                addOneMore(fault(finding), faults);
                violations.putIfAbsent(finding.cause(), finding);
            }
        }
        // What cannot be checked is not proven safe.
        ruleFindings
                .undecided()
                .forEach(open -> faults.add(open.rule().id() + '\n' + open.server() + '\n' + open.missing()));
        return faults;
    }

    /** Numbers equal keys, since two findings of a rule at one place are two faults. */
    private static void addOneMore(String fault, Set<String> faults) {
        String numbered = fault;
        for (int number = 2; !faults.add(numbered); number++) {
            numbered = fault + '\n' + number;
        }
    }

    /** The violations, one finding for each reason. */
    Map<Cause, Finding> violations() {
        return violations;
    }
}
