package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.Judgement;
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
 * An estate that is judged again after every step: each step, and each state, says only what was not wrong before. After
 * a step that is rejected, what is wrong with the state it leads to counts as known.
 *
 * <p>A step concerns one server and its forest, so nothing else is judged again.
 */
public final class MigrationReplay {
    private final RuleEngine ruleEngine;
    private final EstateSimulation estateSimulation;
    private final Map<String, Faults> ofGroups = new HashMap<>();

    /** A course that begins with an estate, whose own faults are known. */
    public MigrationReplay(RuleEngine ruleEngine, Estate start) {
        this.ruleEngine = ruleEngine;
        this.estateSimulation = new EstateSimulation(start);
    }

    /** Takes it that a server was backed up before. */
    public void markBackedUp(String server) {
        estateSimulation.markBackedUp(server);
    }

    public EstateSimulation simulation() {
        return estateSimulation;
    }

    /** Plays a step, and says what is wrong with it or with what it leads to. */
    public Judgement apply(Step step) {
        // What is wrong before has to be known before the step is played; of forests that no step concerns nobody asks.
        Set<String> concerned = estateSimulation.groupsOf(step);
        concerned.forEach(group ->
                ofGroups.computeIfAbsent(group, key -> new Faults(judged(key).findings())));
        Transition transition = estateSimulation.apply(step);
        Judgement way = ruleEngine.transition(transition);
        boolean changesNothing = !transition.noEffectReason().isEmpty()
                || (transition.before().equals(transition.after())
                        && transition.forestBefore().equals(transition.forestAfter()));
        if (changesNothing) {
            return way;
        }
        boolean rejected = way.findings().stream().anyMatch(ruleEngine::rejects);
        List<Finding> findings = new ArrayList<>(way.findings());
        List<NotJudged> undecided = new ArrayList<>(way.undecided());
        List<Judgement> states = new ArrayList<>();
        Faults known = new Faults(List.of());
        transition
                .before()
                .ifPresent(server -> known.add(ruleEngine.server(server).findings()));
        transition.after().ifPresent(server -> states.add(ruleEngine.server(server)));
        for (String group : concerned) {
            Judgement state = judged(group);
            states.add(state);
            Optional.ofNullable(ofGroups.put(group, new Faults(state.findings())))
                    .ifPresent(known::add);
        }
        if (!rejected) {
            List<Finding> faults =
                    states.stream().flatMap(state -> state.findings().stream()).toList();
            findings.addAll(known.leaveOut(faults));
            states.forEach(state -> undecided.addAll(state.undecided()));
        }
        return new Judgement(findings, undecided);
    }

    private Judgement judged(String group) {
        return ruleEngine.together(estateSimulation.group(group));
    }

    /** Faults that are known. */
    private static final class Faults {
        private final List<Finding> known;

        Faults(List<Finding> known) {
            this.known = new ArrayList<>(known);
        }

        void add(List<Finding> more) {
            known.addAll(more);
        }

        void add(Faults more) {
            known.addAll(more.known);
        }

        /** Those of some findings that were not there before, at least as grave. */
        List<Finding> leaveOut(List<Finding> findings) {
            List<Finding> left = new ArrayList<>(known);
            // What is said in the same words is the same, whatever else is wrong at the same place.
            List<Finding> otherWords = findings.stream()
                    .filter(finding -> !takeOne(
                            left, old -> isLike(old, finding) && old.message().equals(finding.message())))
                    .toList();
            // What a rule says of one server for all of a forest it may say of the next one.
            return otherWords.stream()
                    .filter(finding -> !takeOne(left, old -> isLike(old, finding)))
                    .filter(finding -> !takeOne(left, old -> hasTheSameReason(old, finding)))
                    .toList();
        }

        private static boolean takeOne(List<Finding> left, Predicate<Finding> wanted) {
            Optional<Finding> found = left.stream().filter(wanted).findFirst();
            found.ifPresent(left::remove);
            return found.isPresent();
        }

        private static boolean hasTheSameReason(Finding old, Finding finding) {
            return old.rule().equals(finding.rule())
                    && old.reason().equals(finding.reason())
                    && old.sources().equals(finding.sources())
                    // A reason that rests on no source is a general one, behind which there may be another fault.
                    && (!finding.sources().isEmpty()
                            || (!finding.fix().isEmpty() && old.fix().equals(finding.fix())))
                    && old.severity().compareTo(finding.severity()) >= 0;
        }

        /** Not the value: a level that rises and is still too low was too low before. */
        private static boolean isLike(Finding old, Finding finding) {
            return old.rule().equals(finding.rule())
                    && old.server().equals(finding.server())
                    && old.keyPath().equals(finding.keyPath())
                    && old.severity().compareTo(finding.severity()) >= 0;
        }
    }
}
