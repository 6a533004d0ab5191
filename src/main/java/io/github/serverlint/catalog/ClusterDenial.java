package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Restriction on clusters of Exchange servers. Each row denies one kind of thing; the other components are empty.
 *
 * @param releases of Exchange that the row applies to
 * @param editions of Exchange that cannot be clustered
 * @param roles that a node must not have
 * @param components that do not work on a node
 * @param activeActiveAbove the most nodes that may all be active
 * @param mixedWindows whether nodes must not run different releases of Windows
 */
public record ClusterDenial(
        List<Release> releases,
        List<String> editions,
        List<Term> roles,
        List<Term> components,
        Optional<Integer> activeActiveAbove,
        boolean mixedWindows,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {}
