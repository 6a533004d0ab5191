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

    /** Whether it contains a level; one that is newer than the catalog counts as the newest that the catalog knows. */
    public boolean contains(Level level) {
        int known = level.isNewerThanCatalog() ? level.rank() - 1 : level.rank();
        return !startsAfter(level) && to.filter(last -> last.rank() < known).isEmpty();
    }

    /** Whether the range starts after a level. */
    public boolean startsAfter(Level level) {
        return from.filter(level::isBefore).isPresent();
    }
}
