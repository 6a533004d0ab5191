package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What one group or the host says in one place; layers are put one over the other.
 *
 * @param group whose it is; none for the host itself
 * @param rank of the kind of place: layers of groups with one rank lie in the order of the groups
 * @param encrypted the file, if nobody knows what it says
 */
record VariableLayer(
        @Nullable InventoryGroup group,
        int rank,
        VariableAssignments saying,
        @Nullable Span encrypted) {

    /** Whether another layer differs in the name of its group only in its turn to speak. */
    boolean isLevelWith(VariableLayer other) {
        return group != null
                && other.group != null
                && group != other.group
                && rank == other.rank
                && group.isLevelWith(other.group);
    }
}
