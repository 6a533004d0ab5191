package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A value as an origin yields it, before any step.
 *
 * @param secretKey the key that says it is a secret, if there is one
 * @param weak whether another value may stand above it that could not be read
 * @param unknown why it cannot be known, if its reader has found that out
 */
record Value(
        Node node, Optional<String> secretKey, List<ProvenanceStep> trail, boolean weak, Optional<Unknown> unknown) {

    static Value of(Node node) {
        return new Value(node, Optional.empty(), List.of(), false, Optional.empty());
    }

    /**
     * What a selector found.
     *
     * @param below the keys above this one do not belong to the value
     */
    static Value of(JsonPathMatch jsonPathMatch, JsonPathMatch below) {
        return new Value(
                jsonPathMatch.node(),
                jsonPathMatch.keyBelow(below, SecretKeys::isNamedBy),
                List.of(),
                false,
                Optional.empty());
    }

    Value with(Node other) {
        return new Value(other, secretKey, trail, weak, unknown);
    }

    Value via(List<ProvenanceStep> way) {
        return new Value(node, secretKey, way, weak, unknown);
    }

    /** Its text, if it is text at all. */
    Optional<Scalar> scalar() {
        return node instanceof Scalar scalar
                        && !scalar.isNull()
                        && !scalar.text().isBlank()
                ? Optional.of(scalar)
                : Optional.empty();
    }
}
