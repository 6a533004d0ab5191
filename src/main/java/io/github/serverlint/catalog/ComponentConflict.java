package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/**
 * Conflict between a component and a release on one server.
 *
 * @param levels the levels of the release that the row applies to
 */
public record ComponentConflict(
        Term component,
        Release release,
        LevelRange levels,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whether the row applies to a level of the release. */
    public boolean covers(Level level) {
        return levels.contains(level);
    }
}
