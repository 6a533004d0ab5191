package io.github.serverlint.layout.selector;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A node that a selector found, and the way to it.
 *
 * @param parent the mapping or sequence that it stands in; null for the root
 * @param ownKey its key, if it stands in a mapping
 */
public record Match(Node node, @Nullable Match parent, Optional<Scalar> ownKey) {

    /** The root of a document. */
    public static Match root(Node node) {
        return new Match(node, null, Optional.empty());
    }

    Match item(Node item) {
        return new Match(item, this, Optional.empty());
    }

    Match value(Node.Entry entry) {
        return new Match(entry.value(), this, Optional.of(entry.key()));
    }

    /** The key of the node, or of what it stands in so many levels above; empty for what has none. */
    public Optional<Scalar> key(int levelsAbove) {
        Match match = this;
        for (int i = 0; i < levelsAbove; i++) {
            if (match.parent == null) {
                return Optional.empty();
            }
            match = match.parent;
        }
        return match.ownKey;
    }

    /**
     * The nearest key on the way down from another node that passes a test, such as that it names a secret.
     *
     * @param above where to stop; its own key does not count
     */
    public Optional<String> keyBelow(Match above, Predicate<String> test) {
        for (Match match = this; match != null && !match.equals(above); match = match.parent) {
            Optional<String> key = match.ownKey.map(Scalar::text).filter(test);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    /** Compared by identity: a way may be long, and is never the same twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
