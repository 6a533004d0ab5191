package io.github.serverlint.catalog;

import io.github.serverlint.source.Span;
import java.util.Optional;

/**
 * A component that cannot live beside a release.
 *
 * @param from the lowest level of the release that the row speaks of
 * @param to the highest such level
 */
public record ComponentConflict(
        Term component,
        Release release,
        Optional<Level> from,
        Optional<Level> to,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whether the row speaks of a level of the release. */
    public boolean covers(Level level) {
        return level.isWithin(from, to);
    }
}
