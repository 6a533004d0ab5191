package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A value of an origin, before any step.
 *
 * @param secretKey the key that marks it as a secret, if any
 * @param weak whether a value that could not be read may override it
 * @param unknown why it is unknown, if its reader has determined that
 */
record LookedUpValue(
        Node node,
        Optional<String> secretKey,
        List<ProvenanceStep> trail,
        boolean weak,
        Optional<UnresolvedReason> unknown) {

    static LookedUpValue of(Node node) {
        return new LookedUpValue(node, Optional.empty(), List.of(), false, Optional.empty());
    }

    /**
     * The value of a selector's match.
     *
     * @param below the ancestor below which keys are checked for secrets
     */
    static LookedUpValue of(JsonPathMatch jsonPathMatch, JsonPathMatch below) {
        return new LookedUpValue(
                jsonPathMatch.node(),
                jsonPathMatch.keyBelow(below, SecretKeys::isNamedBy),
                List.of(),
                false,
                Optional.empty());
    }

    LookedUpValue with(Node other) {
        return new LookedUpValue(other, secretKey, trail, weak, unknown);
    }

    LookedUpValue via(List<ProvenanceStep> way) {
        return new LookedUpValue(node, secretKey, way, weak, unknown);
    }

    /** The same value, reached by a reference. */
    LookedUpValue reached(ProvenanceStep step, boolean isWeak) {
        return new LookedUpValue(node, secretKey, List.of(step), weak || isWeak, unknown);
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
