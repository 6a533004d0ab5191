package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The builds of all releases of a product, in their order. */
final class BuildTable {
    /** How many digits the third number of a release of Windows has that is still to come. */
    private static final int LATER_DIGITS = 5;

    private final List<KnownBuild> builds = new ArrayList<>();
    private final Product product;

    BuildTable(Product product) {
        this.product = product;
        for (Release release : product.releases()) {
            release.build().ifPresent(build -> builds.add(new KnownBuild(build, release, Optional.empty())));
            for (Level level : release.levels()) {
                level.builds().forEach(build -> builds.add(new KnownBuild(build, release, Optional.of(level))));
            }
        }
        builds.sort(Comparator.comparing(KnownBuild::build));
    }

    /** What a build means. */
    sealed interface Meaning {}

    /** What brought a build; the level is empty for a build that all levels of the release share. */
    record KnownBuild(BuildNumber build, Release release, Optional<Level> level) implements Meaning {}

    /**
     * No release of the product.
     *
     * @param problem the rest of a sentence that begins with the text
     */
    record NoBuild(String problem) implements Meaning {}

    boolean isEmpty() {
        return builds.isEmpty();
    }

    /**
     * What brought a build, as it is installed or as Active Directory holds it. A build that begins like known ones,
     * apart from its last part, is one of them: a security update of it, or the first package of one that was replaced.
     * Where later levels are called by numbers, each level has a third part of its own, and a higher one is a level that
     * is newer than the catalog. What lies between two levels otherwise belongs to the older. Empty if no build is near.
     */
    Optional<Meaning> find(BuildNumber found) {
        BuildNumber build =
                product.directoryBuilds().map(held -> held.installed(found)).orElse(found);
        Optional<String> other = product.otherBuilds().find(build);
        if (other.isPresent()) {
            return Optional.of(new NoBuild("holds the build " + found + ", which is that of " + other.get()));
        }
        List<KnownBuild> alike = builds.stream()
                .filter(candidate -> build.sharesThirdPart(candidate.build()))
                .toList();
        return newestUpTo(build, alike)
                .or(() -> alike.stream().findFirst())
                .<Meaning>map(known -> known)
                .or(() -> product.hasLaterReleases()
                        ? laterRelease(build)
                        : newestUpTo(build, builds).map(older -> after(older, build, found)));
    }

    /**
     * The whole build that ends in a third number, as Windows calls itself by it alone: {@code 10.0.17763} for
     * {@code 17763}. Up to the newest release the number has to be a known one; above it, five digits are a build of a
     * later release.
     *
     * @param third digits
     * @param more what follows them, such as {@code .350}; may be empty
     * @param mayBeLater whether the number may be that of a later release
     */
    Optional<BuildNumber> endingIn(String third, String more, boolean mayBeLater) {
        return Stream.concat(builds.stream().map(KnownBuild::build), product.otherBuilds().stream())
                .filter(build -> build.parts().size() >= 3
                        && String.valueOf(build.parts().get(2)).equals(third))
                .findFirst()
                .or(() -> mayBeLater ? laterEndingIn(third) : Optional.empty())
                .map(build -> new BuildNumber(build.parts().subList(0, 3)))
                .flatMap(build -> BuildNumber.of(build + more));
    }

    private Optional<BuildNumber> laterEndingIn(String third) {
        return product.hasLaterReleases() && !builds.isEmpty() && third.length() == LATER_DIGITS
                ? BuildNumber.of(newest().build().parts().get(0) + "."
                                + newest().build().parts().get(1) + "." + third)
                        .filter(build -> laterRelease(build).isPresent())
                : Optional.empty();
    }

    private KnownBuild newest() {
        return builds.get(builds.size() - 1);
    }

    private Meaning after(KnownBuild older, BuildNumber build, BuildNumber found) {
        if (older.release().laterLevels().isEmpty() || build.parts().size() <= 2) {
            return older;
        }
        return builds.stream()
                .filter(next -> next.build().sameVersion(build) && next.build().compareTo(build) > 0)
                .findFirst()
                .<Meaning>map(next -> new NoBuild("holds the build " + found + ", which lies between "
                        + older.release().nameAt(older.level()) + " (" + older.build() + ") and "
                        + next.release().nameAt(next.level()) + " (" + next.build() + ") and is none of either"))
                .orElseGet(() -> new KnownBuild(
                        build, older.release(), Optional.of(older.release().laterLevel(build))));
    }

    private Optional<Meaning> laterRelease(BuildNumber build) {
        if (!product.hasLaterReleases() || builds.isEmpty() || build.parts().size() <= 2) {
            return Optional.empty();
        }
        return newest().build().sameVersion(build) && newest().build().compareTo(build) < 0
                ? Optional.of(new KnownBuild(build, newest().release().later(build, product.name()), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<KnownBuild> newestUpTo(BuildNumber build, List<KnownBuild> among) {
        return among.stream()
                .filter(candidate -> candidate.build().sameVersion(build)
                        && candidate.build().compareTo(build) <= 0)
                .filter(candidate -> candidate.release().build().isPresent()
                        ? candidate.release().build().get().isPrefixOf(build)
                        : candidate.level().isPresent())
                .max(Comparator.comparing(KnownBuild::build));
    }

    /** The versions that builds begin with, such as {@code 6.5}. */
    Set<String> versions() {
        Set<String> versions = new LinkedHashSet<>();
        builds.forEach(knownBuild -> versions.add(knownBuild.build().parts().get(0) + "."
                + knownBuild.build().parts().get(1)));
        return versions;
    }
}
