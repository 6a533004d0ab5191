package io.github.serverlint.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Term of a vocabulary: a feature, a role, a component, a preparation, an architecture or a functional level.
 *
 * @param id the canonical spelling
 * @param rank the position in its list; functional levels are compared by it
 */
public record Term(String id, int rank, String name, List<String> spellings) {

    public boolean isBelow(Term other) {
        return rank < other.rank;
    }

    /** Leaves the spellings out: terms are compared often, and those of one vocabulary differ in their ids. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Term term && id.equals(term.id) && rank == term.rank && name.equals(term.name);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
