package io.github.serverlint.plan;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.rule.Judge;
import io.github.serverlint.rule.Judge.Judgement;
import io.github.serverlint.transition.Transition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a plan may do: nothing that a rule finds something about, and nothing that leads to a fault, however light, that
 * was not there before. What the target has itself, and that fails no build, is tolerated on the way to it.
 */
final class Law {
    private final Judge judge;
    private final Predicate<Finding> enforced;
    private final Set<String> tolerated = new HashSet<>();
    private final Map<String, Finding> broken = new LinkedHashMap<>();

    /**
     * @param enforced findings that count; others are passed over, to see what would be possible without them
     */
    Law(Judge judge, Predicate<Finding> enforced) {
        this.judge = judge;
        this.enforced = enforced;
    }

    /** Takes what is said of a state as part of what is wanted. */
    void tolerate(Estate wanted) {
        tolerated.addAll(faults(judge.estate(wanted)));
    }

    /** Whether a step may be made at all, wherever it leads. */
    boolean allows(Transition transition) {
        Judgement judgement = judge.transition(transition);
        boolean clean = judgement.undecided().isEmpty();
        for (Finding finding : judgement.findings()) {
            if (enforced.test(finding)) {
                broken.putIfAbsent(why(finding), finding);
                clean = false;
            }
        }
        return clean;
    }

    /** What is wrong with a server by itself. */
    Set<String> faults(Server server) {
        return faults(judge.server(server));
    }

    /** What is wrong with the servers of an estate as they stand together. */
    Set<String> faults(Estate estate) {
        return faults(judge.together(estate));
    }

    /** Whether a state may follow another. */
    boolean allows(Set<String> before, Set<String> after) {
        return after.stream().allMatch(fault -> before.contains(fault) || tolerated.contains(fault));
    }

    private Set<String> faults(Judgement judgement) {
        Set<String> faults = new HashSet<>();
        for (Finding finding : judgement.findings()) {
            if (enforced.test(finding)) {
                faults.add(finding.rule().id()
                        + '\n'
                        + finding.severity()
                        + '\n'
                        + finding.server().orElse("")
                        + '\n'
                        + finding.keyPath());
                broken.putIfAbsent(why(finding), finding);
            }
        }
        // What nobody can judge is not proven safe.
        judgement
                .undecided()
                .forEach(open -> faults.add(open.rule().id() + '\n' + open.server() + '\n' + open.missing()));
        return faults;
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
