package io.github.serverlint.input.ansible;

import io.github.serverlint.yaml.Node;
import java.util.List;

/**
 * The effective value of a variable, and its origin.
 *
 * @param value as written, with unresolved Jinja: see {@link Host#resolve}
 * @param state the state of the value; {@code KNOWN} for a list or mapping, since each scalar in it has its own state
 * @param overridden the origins it overrides, highest precedence first
 * @param tied those of {@code overridden} that set another value and lost by name only: groups of the same depth and
 *     priority. Renaming a group would change the value
 * @param vaulted the files, highest precedence first, that are encrypted as a whole and would override the value if
 *     they set the variable
 */
public record EffectiveVariable(
        Node value,
        VariableState state,
        VariableOrigin origin,
        List<VariableOrigin> overridden,
        List<VariableOrigin> tied,
        List<VariableOrigin> vaulted) {

    /** Whether the value is known. */
    public enum VariableState {
        /** The text itself, or rendered from variables of the same host. */
        KNOWN,
        /** Encrypted with Ansible Vault. */
        ENCRYPTED,
        /** Depends on more than variables of the inventory. */
        UNRESOLVED
    }
}
