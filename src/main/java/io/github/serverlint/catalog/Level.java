package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Service pack or cumulative update of a release.
 *
 * <p>A level that is newer than the catalog is above each one that the catalog knows. Every minimum is met by it; what a
 * later level may have changed is not judged.
 *
 * @param rank the age among the levels of its release, from 0; the same for all that are newer than the catalog
 * @param build the build that brought it, if it is known
 * @param laterBuild the build that it has since an update that changed the third number, if there is one
 * @param released the day it came out, if it is known
 */
public record Level(
        String name,
        int rank,
        Optional<BuildNumber> build,
        Optional<BuildNumber> laterBuild,
        Optional<LocalDate> released,
        boolean isNewerThanCatalog) {

    /** A level of the catalog. */
    public Level(
            String name,
            int rank,
            Optional<BuildNumber> build,
            Optional<BuildNumber> laterBuild,
            Optional<LocalDate> released) {
        this(name, rank, build, laterBuild, released, false);
    }

    /** The same level at another place among those of its release. */
    public Level at(int otherRank) {
        return new Level(name, otherRank, build, laterBuild, released, isNewerThanCatalog);
    }

    /** The builds that are known of it, oldest first. */
    public Stream<BuildNumber> builds() {
        return Stream.concat(build.stream(), laterBuild.stream());
    }

    /** Whether it is older; of two that are newer than the catalog, this is unknown unless their names tell. */
    public boolean isBefore(Level other) {
        if (isNewerThanCatalog && other.isNewerThanCatalog) {
            if (build.isPresent() && other.build.isPresent()) {
                return build.get().compareTo(other.build.get()) < 0;
            }
            OptionalInt number = number();
            OptionalInt otherNumber = other.number();
            return number.isPresent() && otherNumber.isPresent() && number.getAsInt() < otherNumber.getAsInt();
        }
        return rank < other.rank;
    }

    /** The number of an update: 15 of CU15. Empty for a level that is not one of a counted kind. */
    OptionalInt number() {
        String digits = name.replaceFirst("^[A-Z]+(?=[0-9]{1,2}$)", "");
        return digits.length() <= 2 && !digits.isEmpty() && digits.chars().allMatch(Character::isDigit)
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    /** Written out for speed: levels are compared often, and those of one release differ in their names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Level level
                && rank == level.rank
                && name.equals(level.name)
                && build.equals(level.build)
                && laterBuild.equals(level.laterBuild)
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
