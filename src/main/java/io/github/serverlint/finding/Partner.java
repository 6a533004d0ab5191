package io.github.serverlint.finding;

import java.util.Set;

/**
 * What makes a fault together with the value at its place: another server, the forest, or another value of the same
 * server.
 *
 * @param name the full name of the server or the forest
 * @param value what the rule looked at, by the names of the catalog; empty if that it is there is enough
 * @param atLeastAsBad the values that the rule minds as much or more, this one among them
 */
public record Partner(String name, String value, Set<String> atLeastAsBad) {

    /** A partner of which the rule minds each value in a way of its own. */
    public static Partner of(String name, String value) {
        return new Partner(name, value, Set.of(value));
    }

    /** Whether another one has the same name and value. */
    boolean isLike(Partner known) {
        return known.name.equalsIgnoreCase(name) && known.value.equalsIgnoreCase(value);
    }

    /** Whether a known one was as bad or worse. */
    boolean isCoveredBy(Partner known) {
        return known.name.equalsIgnoreCase(name) && atLeastAsBad.stream().anyMatch(known.value::equalsIgnoreCase);
    }

    /** The name and the value for messages. */
    @Override
    public String toString() {
        return "\"" + name + "\"" + (value.isEmpty() ? "" : " (" + value + ")");
    }
}
