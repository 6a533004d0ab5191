package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A service pack or cumulative update of a release.
 *
 * @param rank the age among the levels of its release, from 0
 * @param build the build that brought it, if it is known
 * @param released the day it came out, if it is known
 */
public record Level(String name, int rank, Optional<BuildNumber> build, Optional<LocalDate> released) {

    public boolean isBefore(Level other) {
        return rank < other.rank;
    }

    @Override
    public String toString() {
        return name;
    }
}
