package io.github.serverlint.estate;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * Cluster that a server is a node of.
 *
 * @param name empty if not given
 * @param nodes how many nodes it has; empty if not given
 * @param mode whether all nodes are active or one is passive; empty if not given
 */
public record ClusterMembership(
        Optional<Located<String>> name, Optional<Located<Integer>> nodes, Optional<Located<Mode>> mode, Span place) {

    public enum Mode {
        ACTIVE_PASSIVE,
        ACTIVE_ACTIVE
    }

    /** The same cluster where a server inherits it. */
    ClusterMembership usedAt(Span user) {
        return new ClusterMembership(
                name.map(value -> value.usedAt(user)),
                nodes.map(value -> value.usedAt(user)),
                mode.map(value -> value.usedAt(user)),
                user);
    }
}
