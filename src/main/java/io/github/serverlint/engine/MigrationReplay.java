package io.github.serverlint.engine;

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
 * A migration as it runs on the estate of the definitions.
 *
 * @param steps all of them, whether they may be made or not
 * @param ends each server and forest that the migration touches, before and after all of it
 */
public record MigrationReplay(Migration migration, List<Played> steps, List<Change> ends) {

    /**
     * A step, and what it makes of its server or forest.
     *
     * @param idle why it changes nothing; empty if it changes something
     */
    public record Played(Step step, Change change, String idle) {}

    /** A server or a forest at two moments. */
    public record Change(String name, State before, State after) {}

    /**
     * A server or a forest at one moment.
     *
     * @param ofForest whether it is a forest; where it is not there, neither the server nor the forest is
     */
    public record State(boolean ofForest, Optional<Server> server, Optional<Forest> forest) {
        private static State of(Optional<Server> server) {
            return new State(false, server, Optional.empty());
        }

        private static State ofForest(Optional<Forest> forest) {
            return new State(true, Optional.empty(), forest);
        }
    }

    static MigrationReplay of(Migration migration, Estate start) {
        EstateSimulation estateSimulation = new EstateSimulation(start);
        Map<Subject, Subject> touched = new LinkedHashMap<>();
        migration.steps().stream()
                .flatMap(Subject::of)
                .forEach(subject -> touched.putIfAbsent(subject.folded(), subject));
        List<State> starts = touched.values().stream()
                .map(subject -> subject.in(estateSimulation))
                .toList();
        List<Played> steps = migration.steps().stream()
                .map(step -> play(step, estateSimulation))
                .toList();
        List<Change> ends = new ArrayList<>();
        touched.values()
                .forEach(subject ->
                        ends.add(new Change(subject.name(), starts.get(ends.size()), subject.in(estateSimulation))));
        return new MigrationReplay(migration, steps, ends);
    }

    /** What a step touches: servers, or else forests. */
    private record Subject(String name, boolean isForest) {
        static Stream<Subject> of(Step step) {
            boolean isForest = step.subjects().isEmpty();
            return (isForest ? step.forests() : step.subjects())
                    .stream().map(name -> new Subject(name.value(), isForest));
        }

        Subject folded() {
            return new Subject(Estate.folded(name), isForest);
        }

        State in(EstateSimulation estateSimulation) {
            return isForest ? State.ofForest(estateSimulation.forest(name)) : State.of(estateSimulation.server(name));
        }
    }

    private static Played play(Step step, EstateSimulation estateSimulation) {
        Transition transition = estateSimulation.play(step);
        // What a step leaves as it is stays what it was.
        Optional<Server> after = transition.idle().isEmpty()
                ? transition.after()
                : transition.after().or(transition::before);
        Subject subject = Subject.of(step).findFirst().orElseThrow();
        Change change = subject.isForest()
                ? new Change(
                        subject.name(),
                        State.ofForest(transition.forestBefore()),
                        State.ofForest(transition.forestAfter()))
                : new Change(subject.name(), State.of(transition.before()), State.of(after));
        return new Played(step, change, transition.idle());
    }
}
