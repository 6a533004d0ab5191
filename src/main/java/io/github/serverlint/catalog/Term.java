package io.github.serverlint.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A word of the definitions that is no release: a feature, a role, a component, a preparation, an architecture, a
 * functional level.
 *
 * @param id how serverlint writes it
 * @param rank the position in its list; functional levels are compared by it
 */
public record Term(String id, int rank, String name, List<String> spellings) {

    /** Whether people mean this term: case, blanks, hyphens and underscores make no difference. */
    public boolean isMeantBy(String text) {
        String wanted = folded(text);
        return Stream.concat(Stream.of(id, name), spellings.stream())
                .anyMatch(known -> folded(known).equals(wanted));
    }

    public boolean isBelow(Term other) {
        return rank < other.rank;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_/-]+", "-");
    }

    @Override
    public String toString() {
        return id;
    }
}
