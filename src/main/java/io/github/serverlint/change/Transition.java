package io.github.serverlint.change;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Change of one server or one forest.
 *
 * @param step the step that makes it; empty for a change since a base, whose order is unknown
 * @param place the place of the step, or the place in the definitions that represents a change since a base
 * @param before the server before; empty if it is new, or if a forest changes
 * @param after the server after; empty if it is removed, or if a forest changes
 * @param forestBefore the forest before, if a forest changes
 * @param forestAfter the forest after, if a forest changes
 * @param backedUp whether an earlier step has backed up the server
 * @param noEffectReason why the step has no effect; empty if it has one
 * @param frontEnds the front ends of the forest, if a step changes a back end
 * @param domainControllers those of the forest, if a forest changes
 */
public record Transition(
        Optional<Step> step,
        Span place,
        Optional<Server> before,
        Optional<Server> after,
        Optional<Forest> forestBefore,
        Optional<Forest> forestAfter,
        boolean backedUp,
        String noEffectReason,
        List<Server> frontEnds,
        List<Server> domainControllers) {

    /** A change of a server since a base. */
    public static Transition sinceBase(Optional<Server> before, Optional<Server> after, Span place) {
        return new Transition(
                Optional.empty(),
                place,
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                List.of(),
                List.of());
    }

    /**
     * A change of a forest, by no step.
     *
     * @param domainControllers those of the forest
     */
    public static Transition ofForest(Forest before, Forest after, Span place, List<Server> domainControllers) {
        return new Transition(
                Optional.empty(),
                place,
                Optional.empty(),
                Optional.empty(),
                Optional.of(before),
                Optional.of(after),
                false,
                "",
                List.of(),
                domainControllers);
    }

    /** The preparations of a forest that are made, in their order. */
    public List<Located<Term>> newPreparations() {
        return forestAfter.stream()
                .flatMap(Forest::preparations)
                .filter(done -> forestBefore
                        .filter(before -> before.isPreparedBy(done.value()))
                        .isEmpty())
                .toList();
    }

    /** The same transition of servers with other values. */
    public Transition with(UnaryOperator<Server> values) {
        return new Transition(
                step,
                place,
                before.map(values),
                after.map(values),
                forestBefore,
                forestAfter,
                backedUp,
                noEffectReason,
                frontEnds.stream().map(values).toList(),
                domainControllers.stream().map(values).toList());
    }

    /** Whether a machine is newly installed, so that nothing on it is upgraded. */
    public boolean isNewMachine() {
        return before.isEmpty() || step.filter(Step.Reinstall.class::isInstance).isPresent();
    }

    /** The products that are installed before and after, in another release or at another level. */
    public List<ProductUpgrade> upgrades() {
        List<ProductUpgrade> upgrades = new ArrayList<>();
        if (before.isPresent() && after.isPresent()) {
            for (String product : after.get().installations().keySet()) {
                Optional<Installation> from = before.get().installation(product);
                Installation to = after.get().installation(product).orElseThrow();
                from.filter(old -> !old.release().equals(to.release()) || levelChanges(old, to))
                        .ifPresent(old -> upgrades.add(new ProductUpgrade(before.get(), product, old, to)));
            }
        }
        return upgrades;
    }

    /** A level not given afterwards may be the old one; a level given only afterwards counts as a change. */
    private static boolean levelChanges(Installation from, Installation to) {
        return to.level().isPresent()
                && !from.level().map(Located::value).equals(to.level().map(Located::value));
    }

    /** The features that are enabled only afterwards. */
    public List<Located<Term>> newFeatures() {
        return after.map(Server::features).orElse(List.of()).stream()
                .filter(feature -> before.map(Server::features).orElse(List.of()).stream()
                        .noneMatch(old -> old.value().equals(feature.value())))
                .toList();
    }
}
