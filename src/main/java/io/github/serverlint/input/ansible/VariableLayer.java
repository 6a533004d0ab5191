package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The variables that one source assigns to a group or to the host; layers override each other by precedence.
 *
 * @param group its group; null for the host itself
 * @param rank the precedence of the kind of source; layers of groups with the same rank are ordered by group
 * @param encrypted the file if it is encrypted
 */
record VariableLayer(
        @Nullable InventoryGroup group,
        int rank,
        VariableAssignments assignments,
        @Nullable Span encrypted) {

    /** Whether only the names of their groups decide which of two layers takes precedence. */
    boolean isTiedByName(VariableLayer other) {
        return group != null
                && other.group != null
                && group != other.group
                && rank == other.rank
                && group.isTiedByName(other.group);
    }
}
