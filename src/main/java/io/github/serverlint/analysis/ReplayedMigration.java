package io.github.serverlint.analysis;

import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Migration replayed on the estate of the definitions.
 *
 * @param steps all steps, rejected ones too
 * @param ends each server and forest that the migration touches, before and after all of it
 */
public record ReplayedMigration(Migration migration, List<AppliedStep> steps, List<SubjectChange> ends) {

    /**
     * Step with its effect on its server or forest.
     *
     * @param noEffectReason why it has no effect; empty if it has one
     */
    public record AppliedStep(Step step, SubjectChange change, String noEffectReason) {}

    /** State of a server or a forest before and after. */
    public record SubjectChange(String name, SubjectState before, SubjectState after) {}

    /**
     * State of a server or a forest at one moment.
     *
     * @param ofForest whether it is a forest; if it does not exist, server and forest are both empty
     */
    public record SubjectState(boolean ofForest, Optional<Server> server, Optional<Forest> forest) {
        private static SubjectState of(Optional<Server> server) {
            return new SubjectState(false, server, Optional.empty());
        }

        private static SubjectState ofForest(Optional<Forest> forest) {
            return new SubjectState(true, Optional.empty(), forest);
        }
    }

    static ReplayedMigration of(Migration migration, Estate start) {
        EstateSimulation estateSimulation = new EstateSimulation(start);
        Map<Subject, Subject> subjects = new LinkedHashMap<>();
        migration.steps().stream()
                .flatMap(Subject::of)
                .forEach(subject -> subjects.putIfAbsent(subject.folded(), subject));
        List<SubjectState> starts = subjects.values().stream()
                .map(subject -> subject.in(estateSimulation))
                .toList();
        List<AppliedStep> steps = migration.steps().stream()
                .map(step -> apply(step, estateSimulation))
                .toList();
        List<SubjectChange> ends = new ArrayList<>();
        subjects.values()
                .forEach(subject -> ends.add(
                        new SubjectChange(subject.name(), starts.get(ends.size()), subject.in(estateSimulation))));
        return new ReplayedMigration(migration, steps, ends);
    }

    /** Subject of a step: a server or a forest. */
    private record Subject(String name, boolean isForest) {
        static Stream<Subject> of(Step step) {
            boolean isForest = step.subjects().isEmpty();
            return (isForest ? step.forests() : step.subjects())
                    .stream().map(name -> new Subject(name.value(), isForest));
        }

        Subject folded() {
            return new Subject(Estate.folded(name), isForest);
        }

        SubjectState in(EstateSimulation estateSimulation) {
            return isForest
                    ? SubjectState.ofForest(estateSimulation.forest(name))
                    : SubjectState.of(estateSimulation.server(name));
        }
    }

    private static AppliedStep apply(Step step, EstateSimulation estateSimulation) {
        Transition transition = estateSimulation.apply(step);
        // A step without effect leaves its server as it was.
        Optional<Server> after = transition.noEffectReason().isEmpty()
                ? transition.after()
                : transition.after().or(transition::before);
        Subject subject = Subject.of(step).findFirst().orElseThrow();
        SubjectChange subjectChange = subject.isForest()
                ? new SubjectChange(
                        subject.name(),
                        SubjectState.ofForest(transition.forestBefore()),
                        SubjectState.ofForest(transition.forestAfter()))
                : new SubjectChange(subject.name(), SubjectState.of(transition.before()), SubjectState.of(after));
        return new AppliedStep(step, subjectChange, transition.noEffectReason());
    }
}
