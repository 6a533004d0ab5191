package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import java.util.List;
import java.util.Optional;

/** A requirement of {@code where} or {@code when} on a machine. */
sealed interface Requirement {
    /**
     * Requires one of the values of an origin to match.
     *
     * @param wanted the accepted texts; empty if any is accepted
     * @param exists whether a matching value must exist or must not
     */
    record Check(LookupPlace origin, List<String> wanted, Optional<BoundedRegex> matching, boolean exists)
            implements Requirement {}

    record Not(List<Requirement> requirements) implements Requirement {}

    record AnyOf(List<Requirement> requirements) implements Requirement {}
}
