package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.rule.NotJudged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Replay of a migration that checks the estate after every step, and returns only findings that were not there before.
 * After a rejected step, the findings about the state it leads to count as known.
 *
 * <p>A step concerns one server and its forest, so nothing else is checked again.
 */
public final class MigrationReplay {
    private final RuleEngine ruleEngine;
    private final EstateSimulation estateSimulation;
    private final Map<String, KnownFindings> knownByGroup = new HashMap<>();

    /** Starts a replay at an estate, whose own findings are known. */
    public MigrationReplay(RuleEngine ruleEngine, Estate start) {
        this.ruleEngine = ruleEngine;
        this.estateSimulation = new EstateSimulation(start);
    }

    /** Marks a server as backed up before. */
    public void markBackedUp(String server) {
        estateSimulation.markBackedUp(server);
    }

    public EstateSimulation simulation() {
        return estateSimulation;
    }

    /** Applies a step, and returns the new findings about it and the state it leads to. */
    public RuleFindings apply(Step step) {
        // The findings before the step have to be computed before it is applied; other forests are not checked.
        Set<String> concerned = estateSimulation.groupsOf(step);
        concerned.forEach(group -> knownByGroup.computeIfAbsent(
                group, key -> new KnownFindings(check(key).findings())));
        Transition transition = estateSimulation.apply(step);
        RuleFindings ofStep = ruleEngine.checkTransition(transition);
        boolean changesNothing = !transition.noEffectReason().isEmpty()
                || (transition.before().equals(transition.after())
                        && transition.forestBefore().equals(transition.forestAfter()));
        if (changesNothing) {
            return ofStep;
        }
        boolean rejected = ofStep.findings().stream().anyMatch(ruleEngine::rejects);
        List<Finding> findings = new ArrayList<>(ofStep.findings());
        List<NotJudged> undecided = new ArrayList<>(ofStep.undecided());
        List<RuleFindings> states = new ArrayList<>();
        KnownFindings known = new KnownFindings(List.of());
        transition
                .before()
                .ifPresent(server -> known.add(ruleEngine.checkServer(server).findings()));
        transition.after().ifPresent(server -> states.add(ruleEngine.checkServer(server)));
        for (String group : concerned) {
            RuleFindings state = check(group);
            states.add(state);
            Optional.ofNullable(knownByGroup.put(group, new KnownFindings(state.findings())))
                    .ifPresent(known::add);
        }
        if (!rejected) {
            List<Finding> faults =
                    states.stream().flatMap(state -> state.findings().stream()).toList();
            findings.addAll(known.newFindings(faults));
            states.forEach(state -> undecided.addAll(state.undecided()));
        }
        return new RuleFindings(findings, undecided);
    }

    private RuleFindings check(String group) {
        return ruleEngine.checkForests(estateSimulation.group(group));
    }

    /** Findings that are known. */
    private static final class KnownFindings {
        private final List<Finding> known;

        KnownFindings(List<Finding> known) {
            this.known = new ArrayList<>(known);
        }

        void add(List<Finding> more) {
            known.addAll(more);
        }

        void add(KnownFindings more) {
            known.addAll(more.known);
        }

        /** The findings that were not known before with at least the same severity. */
        List<Finding> newFindings(List<Finding> findings) {
            List<Finding> unmatched = new ArrayList<>(known);
            // A finding with the same message is the same one, whatever else is wrong at the same place.
            List<Finding> otherMessages = findings.stream()
                    .filter(finding -> !removeFirst(
                            unmatched,
                            old -> isLike(old, finding) && old.message().equals(finding.message())))
                    .toList();
            return otherMessages.stream()
                    .filter(finding -> !removeFirst(unmatched, old -> isLike(old, finding)))
                    .toList();
        }

        private static boolean removeFirst(List<Finding> unmatched, Predicate<Finding> wanted) {
            Optional<Finding> found = unmatched.stream().filter(wanted).findFirst();
            found.ifPresent(unmatched::remove);
            return found.isPresent();
        }

        /** Ignores the value: a level that rises and is still too low was too low before. */
        private static boolean isLike(Finding old, Finding finding) {
            return old.rule().equals(finding.rule())
                    && old.topic().equals(finding.topic())
                    && (!finding.topic().isEmpty()
                            || (old.server().equals(finding.server())
                                    && old.keyPath().equals(finding.keyPath())))
                    && finding.addedTo(old.partners()).isEmpty()
                    && old.severity().compareTo(finding.severity()) >= 0;
        }
    }
}
