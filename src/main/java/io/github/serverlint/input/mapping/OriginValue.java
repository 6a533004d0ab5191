package io.github.serverlint.input.mapping;

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
record OriginValue(
        Node node,
        Optional<String> secretKey,
        List<ProvenanceStep> trail,
        boolean weak,
        Optional<UnresolvedReason> unknown) {

    static OriginValue of(Node node) {
        return new OriginValue(node, Optional.empty(), List.of(), false, Optional.empty());
    }

    /**
     * What a selector found.
     *
     * @param below the keys above this one do not belong to the value
     */
    static OriginValue of(JsonPathMatch jsonPathMatch, JsonPathMatch below) {
        return new OriginValue(
                jsonPathMatch.node(),
                jsonPathMatch.keyBelow(below, SecretKeys::isNamedBy),
                List.of(),
                false,
                Optional.empty());
    }

    OriginValue with(Node other) {
        return new OriginValue(other, secretKey, trail, weak, unknown);
    }

    OriginValue via(List<ProvenanceStep> way) {
        return new OriginValue(node, secretKey, way, weak, unknown);
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
