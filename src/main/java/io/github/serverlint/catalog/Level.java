package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Service pack or cumulative update of a release.
 *
 * @param rank the age among the levels of its release, from 0
 * @param build the build that brought it, if it is known
 * @param released the day it came out, if it is known
 */
public record Level(String name, int rank, Optional<BuildNumber> build, Optional<LocalDate> released) {

    public boolean isBefore(Level other) {
        return rank < other.rank;
    }

    /** Written out for speed: levels are compared often, and those of one release differ in their names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Level level
                && rank == level.rank
                && name.equals(level.name)
                && build.equals(level.build)
                && released.equals(level.released);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
