package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * Support for two releases of Exchange in one forest, or for levels of one release beside each other. A pair can have
 * several rows, each for other levels of the newer release.
 *
 * @param newerLevels the levels of the newer release that the row applies to; levels in no row do not support the pair
 * @param olderFrom the lowest level of the older release that supports the pair
 * @param floorsRecalled whether the levels are from memory, whatever the pair is
 */
public record CoexistenceFact(
        Release newer,
        LevelRange newerLevels,
        Release older,
        Optional<Level> olderFrom,
        boolean supported,
        String because,
        boolean floorsRecalled,
        Evidence evidence,
        Span place)
        implements Fact {

    @Override
    public boolean floorsRecalled() {
        return floorsRecalled || evidence.isRecalled();
    }
}
