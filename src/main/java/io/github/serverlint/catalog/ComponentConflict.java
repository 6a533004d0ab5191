package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/**
 * A component that cannot live beside a release.
 *
 * @param levels the levels of the release that the row speaks of
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

    /** Whether the row speaks of a level of the release. */
    public boolean covers(Level level) {
        return levels.holds(level);
    }
}
