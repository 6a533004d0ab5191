package io.github.serverlint.finding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a fault together with the value at its place: another server, the forest, or another value of the same
 * server.
 *
 * @param name the full name of the server or the forest
 * @param value what the rule looked at, by the names of the catalog; empty if that it is there is enough
 * @param atLeastAsBad the values that the rule minds as much or more, this one among them
 */
public record Partner(String name, String value, Set<String> atLeastAsBad) {
    private static final int MOST_NAMED = 3;

    /** A partner of which the rule minds each value in a way of its own. */
    public static Partner of(String name, String value) {
        return new Partner(name, value, Set.of(value));
    }

    /** Those of some partners that are not among known ones with the same value or one that is worse. */
    static List<Partner> added(List<Partner> partners, List<Partner> known) {
        if (partners.isEmpty() || partners == known) {
            return List.of();
        }
        Map<String, List<Partner>> byName = known.stream().collect(Collectors.groupingBy(Partner::foldedName));
        return partners.stream()
                .filter(partner -> byName.getOrDefault(partner.foldedName(), List.of()).stream()
                        .noneMatch(partner::isCoveredBy))
                .toList();
    }

    /** Some partners for messages; of many the first. */
    static String named(List<Partner> partners) {
        int more = partners.size() - MOST_NAMED;
        return partners.stream().limit(MOST_NAMED).map(Partner::toString).collect(Collectors.joining(" and "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The name as names are compared. */
    String foldedName() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether another one has the same name and value. */
    boolean isLike(Partner known) {
        return known.name.equalsIgnoreCase(name) && known.value.equalsIgnoreCase(value);
    }

    /** Whether a known one was as bad or worse. */
    boolean isCoveredBy(Partner known) {
        return known.name.equalsIgnoreCase(name)
                && (atLeastAsBad.contains(known.value)
                        || atLeastAsBad.stream().anyMatch(known.value::equalsIgnoreCase));
    }

    /** The name and the value for messages. */
    @Override
    public String toString() {
        return "\"" + name + "\"" + (value.isEmpty() ? "" : " (" + value + ")");
    }
}
