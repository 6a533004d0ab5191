package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleEngine.Judgement;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a plan may do: nothing that a rule finds something about, and nothing that leads to a fault, however light, that
 * was not there before. What the target has itself, and that fails no build, is tolerated on the way to it.
 */
final class PlanConstraints {
    private final boolean hurried;
    private final RuleEngine ruleEngine;
    private final Predicate<Finding> enforced;
    private final Set<String> tolerated = new HashSet<>();
    private final Map<String, Finding> broken = new LinkedHashMap<>();

    /** The law as it stands, for one who does not ask why. */
    PlanConstraints(RuleEngine ruleEngine) {
        this(ruleEngine, finding -> true, true);
    }

    /** The law if only some findings counted, for one who asks why. */
    PlanConstraints(RuleEngine ruleEngine, Predicate<Finding> enforced) {
        this(ruleEngine, enforced, false);
    }

    /**
     * @param enforced findings that count; others are passed over, to see what would be possible without them
     * @param hurried whether it is enough to know that something is forbidden, and not why
     */
    private PlanConstraints(RuleEngine ruleEngine, Predicate<Finding> enforced, boolean hurried) {
        this.hurried = hurried;
        this.ruleEngine = ruleEngine;
        this.enforced = enforced;
    }

    /** Takes what is said of a state as part of what is wanted. */
    void tolerate(Estate wanted) {
        tolerated.addAll(faultsOf(wanted));
    }

    /** Whether a step may be made at all, wherever it leads. */
    boolean allows(Transition transition) {
        Judgement judgement = ruleEngine.transition(transition);
        boolean clean = judgement.undecided().isEmpty();
        for (Finding finding : judgement.findings()) {
            if (enforced.test(finding)) {
                broken.putIfAbsent(why(finding), finding);
                clean = false;
            }
        }
        return clean;
    }

    /** Whether nothing is wrong with a server by itself; what is, is not held against a plan that does without it. */
    boolean isFaultless(Server server) {
        Judgement judgement = ruleEngine.server(server);
        return judgement.undecided().isEmpty() && judgement.findings().stream().noneMatch(enforced);
    }

    /** What is wrong with a server by itself. */
    Set<String> faults(Server server) {
        return faults(ruleEngine.server(server));
    }

    /** What is wrong with the servers of an estate as they stand together. */
    Set<String> faults(Estate estate) {
        return faults(ruleEngine.together(estate));
    }

    /** What is wrong with servers as they stand together, if they may follow a state without fault; empty if not. */
    Optional<Set<String>> faults(Estate estate, Set<String> before) {
        if (ruleEngine.isFaultless(estate)) {
            return Optional.of(Set.of());
        }
        if (hurried && before.isEmpty() && tolerated.isEmpty()) {
            return Optional.empty();
        }
        Set<String> after = faults(estate);
        return allows(before, after) ? Optional.of(after) : Optional.empty();
    }

    /** Whether a state may follow another. */
    boolean allows(Set<String> before, Set<String> after) {
        return after.stream().allMatch(fault -> before.contains(fault) || tolerated.contains(fault));
    }

    /** Whether findings about a step are no more than what the target has itself. */
    boolean tolerates(List<Finding> findings) {
        return findings.stream().allMatch(finding -> tolerated.contains(fault(finding)));
    }

    /** What is wrong with all servers of an estate, each by itself and together. */
    Set<String> faultsOf(Estate estate) {
        return faults(ruleEngine.estate(estate));
    }

    /** What a finding is called among faults. */
    static String fault(Finding finding) {
        return finding.rule().id()
                + '\n'
                + finding.severity()
                + '\n'
                + finding.server().orElse("")
                + '\n'
                + finding.keyPath();
    }

    private Set<String> faults(Judgement judgement) {
        Set<String> faults = new HashSet<>();
        for (Finding finding : judgement.findings()) {
            if (enforced.test(finding)) {
                addOneMore(fault(finding), faults);
                broken.putIfAbsent(why(finding), finding);
            }
        }
        // What nobody can judge is not proven safe.
        judgement
                .undecided()
                .forEach(open -> faults.add(open.rule().id() + '\n' + open.server() + '\n' + open.missing()));
        return faults;
    }

    /** Where a rule finds two things at one place, the second is another fault than the first. */
    private static void addOneMore(String fault, Set<String> faults) {
        String numbered = fault;
        for (int number = 2; !faults.add(numbered); number++) {
            numbered = fault + '\n' + number;
        }
    }

    /** What was found, one finding for each reason: what stood in the way is among them. */
    Map<String, Finding> broken() {
        return broken;
    }

    /** The reason of a finding: the same for all servers that it is about. */
    static String why(Finding finding) {
        return finding.rule().id() + '\n' + finding.reason() + '\n' + finding.sources();
    }
}
