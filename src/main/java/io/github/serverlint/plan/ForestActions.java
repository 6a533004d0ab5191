package io.github.serverlint.plan;

import static io.github.serverlint.plan.CandidateSteps.PLACE;
import static io.github.serverlint.plan.CandidateSteps.located;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Action.ActionKind;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Actions on the forest itself: preparing it, and raising its functional level. Its states are numbered; 0 is the
 * start.
 */
final class ForestActions {
    private final List<Forest> beside;
    private final Optional<Forest> start;
    private final Catalog catalog;
    private final List<Term> preparations = new ArrayList<>();
    private final List<Term> levels = new ArrayList<>();
    private final List<Term> required;
    private final int wantedPreparations;
    private final int wantedLevel;

    /**
     * Transition from one state of the forest to another.
     *
     * @param raisedTo the new functional level, if it changes
     */
    record Change(int to, Action action, Optional<Term> raisedTo) {}

    /**
     * @param beside forests that are not planned, for servers of unknown forests
     * @param start the forest as it is; empty if the estate declares none
     * @param wanted the forest of the target; empty if it does not define it
     * @param everyPreparation whether all useful preparations have to be made
     */
    ForestActions(
            List<Forest> beside,
            Optional<Forest> start,
            Optional<Forest> wanted,
            boolean everyPreparation,
            Catalog catalog) {
        this.beside = beside;
        this.start = start;
        this.catalog = catalog;
        List<Term> required = wanted.filter(forest -> start.isPresent()).flatMap(Forest::prepared).stream()
                .flatMap(declared -> declared.done().stream())
                .map(Located::value)
                .filter(term ->
                        start.filter(forest -> forest.isPreparedBy(term)).isEmpty())
                .toList();
        if (start.isPresent()) {
            preparations.addAll(required);
            catalog.usefulPreparations().stream()
                    .filter(term -> !required.contains(term) && !start.get().isPreparedBy(term))
                    .forEach(preparations::add);
        }
        this.required = required;
        this.wantedPreparations = (1 << (everyPreparation ? preparations : required).size()) - 1;
        Optional<Term> now = start.flatMap(Forest::functionalLevel).map(Located::value);
        Optional<Term> then = wanted.flatMap(Forest::functionalLevel).map(Located::value);
        if (start.isPresent() && then.isPresent() && !now.equals(then)) {
            catalog.functionalLevels().terms().stream()
                    .filter(term -> now.isEmpty() || now.get().isBelow(term))
                    .filter(term -> !then.get().isBelow(term))
                    .forEach(levels::add);
        }
        this.wantedLevel = levels.size();
    }

    /** Whether the target requires a preparation. */
    boolean requires(Term preparation) {
        return required.contains(preparation);
    }

    private int mask(int state) {
        return state & ((1 << preparations.size()) - 1);
    }

    /** The number of levels above the start. */
    private int level(int state) {
        return state >> preparations.size();
    }

    /** The number of remaining steps. */
    long left(int state) {
        return (long) Integer.bitCount(wantedPreparations & ~mask(state)) + (level(state) == wantedLevel ? 0 : 1);
    }

    List<Change> changes(int state) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < preparations.size(); i++) {
            if ((state & (1 << i)) == 0) {
                changes.add(new Change(state | (1 << i), prepare(preparations.get(i)), Optional.empty()));
            }
        }
        for (int higher = level(state) + 1; higher <= levels.size(); higher++) {
            changes.add(new Change(
                    (higher << preparations.size()) | mask(state),
                    raise(levels.get(higher - 1)),
                    Optional.of(levels.get(higher - 1))));
        }
        return changes;
    }

    /**
     * Whether a server is a domain controller that is too old for a functional level. Levels are named after the
     * Windows release that all domain controllers have to run at least.
     */
    static boolean isHeldBackBy(Server server, Term level, Catalog catalog) {
        return server.isDomainController()
                && server.windows()
                        .filter(windows -> catalog.product(windows.release()).releases().stream()
                                .anyMatch(release -> release.id().equals(level.id())
                                        && windows.release().isOlderThan(release)))
                        .isPresent();
    }

    boolean isHeldBack(Server server, Term level) {
        return isHeldBackBy(server, level, catalog);
    }

    private Action prepare(Term term) {
        return new Action(
                ActionKind.PREPARE, forest -> new Step.Prepare(PLACE, located(forest), Located.of(term, PLACE)));
    }

    private Action raise(Term level) {
        return new Action(ActionKind.RAISE, forest -> new Step.Raise(PLACE, located(forest), Located.of(level, PLACE)));
    }

    /** The forest in a state, or the candidates if its servers' forest is unknown. */
    List<Forest> forests(int state) {
        if (start.isEmpty()) {
            return beside;
        }
        Forest forest = start.get();
        for (int i = 0; i < preparations.size(); i++) {
            if ((state & (1 << i)) != 0) {
                forest = forest.with(Located.of(preparations.get(i), PLACE));
            }
        }
        if (level(state) > 0) {
            forest = forest.at(Located.of(Objects.requireNonNull(levels.get(level(state) - 1)), PLACE));
        }
        return List.of(forest);
    }
}
