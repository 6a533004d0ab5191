package io.github.serverlint.input.ansible;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * The result of rendering a value.
 *
 * @param value the rendered value, used at the place of the expression; the raw one if it is not known
 * @param expression the unresolved expression, as written; empty if the value is known
 * @param through the origins of the variables used, in order, including indirect ones
 * @param vaulted the encrypted files that would override one of those
 * @param retyped the scalars it comes from that are other numbers than their text says
 * @param secret the first name of a variable or key used that marks the value as a secret, which must not be shown
 */
public record RenderedValue(
        VariableState state,
        Node value,
        String expression,
        List<VariableOrigin> through,
        List<VariableOrigin> vaulted,
        List<RetypedValue> retyped,
        Optional<String> secret) {

    /** Whether there is a value. */
    public boolean isKnown() {
        return state == VariableState.KNOWN;
    }
}
