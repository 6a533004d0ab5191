package io.github.serverlint.input.ansible;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a value is once the variables in it are put in.
 *
 * @param value the resolved value, used where the expression stands; the raw one if it is not known
 * @param expression what could not be resolved, as it was written; empty if the value is known
 * @param through the variables that were put in, in the order of use, with those that they took from
 * @param vaulted the encrypted files that would win over one of those
 * @param secret the first name on the way, of a variable or of a key below one, that says the value is a secret; whoever
 *     shows the value then shows a password
 */
public record RenderedValue(
        VariableState state,
        Node value,
        String expression,
        List<VariableOrigin> through,
        List<VariableOrigin> vaulted,
        Optional<String> secret) {

    /** Whether there is a value. */
    public boolean isKnown() {
        return state == VariableState.KNOWN;
    }
}
