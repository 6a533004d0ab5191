package io.github.serverlint.input.jsonpath;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node selected by a query, and the path to it.
 *
 * @param parent the mapping or sequence that contains it; null for the root
 * @param ownKey its key, if its parent is a mapping
 */
public record JsonPathMatch(Node node, @Nullable JsonPathMatch parent, Optional<Scalar> ownKey) {

    /** The root of a document. */
    public static JsonPathMatch root(Node node) {
        return new JsonPathMatch(node, null, Optional.empty());
    }

    JsonPathMatch item(Node item) {
        return new JsonPathMatch(item, this, Optional.empty());
    }

    JsonPathMatch value(Node.Entry entry) {
        return new JsonPathMatch(entry.value(), this, Optional.of(entry.key()));
    }

    /** The key of the node or of an ancestor some levels above; empty without a key. */
    public Optional<Scalar> key(int levelsAbove) {
        JsonPathMatch jsonPathMatch = this;
        for (int i = 0; i < levelsAbove; i++) {
            if (jsonPathMatch.parent == null) {
                return Optional.empty();
            }
            jsonPathMatch = jsonPathMatch.parent;
        }
        return jsonPathMatch.ownKey;
    }

    /** The mappings and sequences that contain it, the nearest first. */
    public Stream<JsonPathMatch> ancestors() {
        return Stream.iterate(parent, Objects::nonNull, above -> above.parent).map(Objects::requireNonNull);
    }

    /**
     * The nearest key on the path from an ancestor that passes a test, such as whether it names a secret.
     *
     * @param above where to stop; its own key does not count
     */
    public Optional<String> keyBelow(JsonPathMatch above, Predicate<String> test) {
        for (JsonPathMatch jsonPathMatch = this;
                jsonPathMatch != null && !jsonPathMatch.equals(above);
                jsonPathMatch = jsonPathMatch.parent) {
            Optional<String> key = jsonPathMatch.ownKey.map(Scalar::text).filter(test);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    /** Compares by identity, since paths may be long and are never equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
