package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import java.util.List;
import java.util.Optional;

/** What {@code where} and {@code when} ask of a machine. */
sealed interface Requirement {
    /**
     * Looks at the values of an origin, of which one has to be as it is wanted.
     *
     * @param wanted the texts that will do; empty if any will
     * @param exists whether there has to be a value, where nothing is said of what it has to be
     */
    record Check(ValueOrigin origin, List<String> wanted, Optional<BoundedRegex> matching, boolean exists)
            implements Requirement {}

    record Not(List<Requirement> requirements) implements Requirement {}

    record AnyOf(List<Requirement> requirements) implements Requirement {}
}
