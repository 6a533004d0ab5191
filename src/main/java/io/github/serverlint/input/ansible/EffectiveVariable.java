package io.github.serverlint.input.ansible;

import io.github.serverlint.yaml.Node;
import java.util.List;

/**
 * The value of a variable that won, and where it came from.
 *
 * @param value as it was written, with Jinja unresolved: see {@link Host#resolve}
 * @param state of the value; of a list or mapping {@code KNOWN}, since each scalar in it has a state of its own
 * @param overridden whom it won against, strongest first
 * @param tied those of {@code overridden} that say something else and lost by name only: groups of the same depth and
 *     priority. Renaming a group would change the value
 * @param vaulted the files, strongest first, that are encrypted as a whole and would win if they say the variable too
 */
public record EffectiveVariable(
        Node value,
        VariableState state,
        VariableOrigin origin,
        List<VariableOrigin> overridden,
        List<VariableOrigin> tied,
        List<VariableOrigin> vaulted) {

    /** How much of a value is known. */
    public enum VariableState {
        /** The text says it, or variables of the same host that it names do. */
        KNOWN,
        /** It is encrypted with Ansible Vault. */
        ENCRYPTED,
        /** It takes more than variables of the inventory to say what it is. */
        UNRESOLVED
    }
}
