package io.github.serverlint.estate;

import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The cluster that a server is a node of.
 *
 * @param name empty if not said
 * @param nodes how many nodes it has; empty if not said
 * @param mode whether every node works or one waits; empty if not said
 */
public record Cluster(
        Optional<Located<String>> name, Optional<Located<Integer>> nodes, Optional<Located<Mode>> mode, Span place) {

    public enum Mode {
        ACTIVE_PASSIVE,
        ACTIVE_ACTIVE
    }

    /** The same cluster with each value at another place, and written at another. */
    Cluster placed(UnaryOperator<Span> otherPlace, UnaryOperator<Span> written) {
        return new Cluster(
                name.map(value -> value.placed(otherPlace, written)),
                nodes.map(value -> value.placed(otherPlace, written)),
                mode.map(value -> value.placed(otherPlace, written)),
                otherPlace.apply(place));
    }
}
