package io.github.serverlint.catalog;

import java.util.List;

/**
 * A word of the definitions that is no release: a feature, a role, a component, a preparation, an architecture, a
 * functional level.
 *
 * @param id how serverlint writes it
 * @param rank the position in its list; functional levels are compared by it
 */
public record Term(String id, int rank, String name, List<String> spellings) {

    public boolean isBelow(Term other) {
        return rank < other.rank;
    }

    @Override
    public String toString() {
        return id;
    }
}
