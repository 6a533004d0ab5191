package io.github.serverlint.catalog;

import java.util.Optional;

/**
 * Range of levels of one release, both ends included.
 *
 * @param from empty if it begins with the first level
 * @param to empty if it has no end
 */
public record LevelRange(Optional<Level> from, Optional<Level> to) {

    /** Whether the range contains every level. */
    public boolean isUnlimited() {
        return from.isEmpty() && to.isEmpty();
    }

    public boolean contains(Level level) {
        return !startsAfter(level) && to.filter(last -> last.isBefore(level)).isEmpty();
    }

    /** Whether the range starts after a level. */
    public boolean startsAfter(Level level) {
        return from.filter(level::isBefore).isPresent();
    }
}
