package io.github.serverlint.catalog;

import java.util.Optional;

/**
 * Levels of one release, both ends included.
 *
 * @param from empty if it begins with the first level
 * @param to empty if it has no end
 */
public record LevelRange(Optional<Level> from, Optional<Level> to) {

    /** Whether every level is meant. */
    public boolean isUnlimited() {
        return from.isEmpty() && to.isEmpty();
    }

    public boolean holds(Level level) {
        return !isAbove(level) && to.filter(last -> last.isBefore(level)).isEmpty();
    }

    /** Whether the range begins only after a level. */
    public boolean isAbove(Level level) {
        return from.filter(level::isBefore).isPresent();
    }
}
