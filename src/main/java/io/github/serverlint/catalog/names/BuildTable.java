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

/** The builds of all releases of a product, in their order. */
final class BuildTable {
    private final List<KnownBuild> builds = new ArrayList<>();

    BuildTable(Product product) {
        for (Release release : product.releases()) {
            release.build().ifPresent(build -> builds.add(new KnownBuild(build, release, Optional.empty())));
            for (Level level : release.levels()) {
                level.build().ifPresent(build -> builds.add(new KnownBuild(build, release, Optional.of(level))));
            }
        }
        builds.sort(Comparator.comparing(KnownBuild::build));
    }

    /** What brought a build; the level is empty for a build that all levels of the release share. */
    record KnownBuild(BuildNumber build, Release release, Optional<Level> level) {}

    boolean isEmpty() {
        return builds.isEmpty();
    }

    /** The newest known build that is not newer than the one given: what lies between two levels belongs to the older. */
    Optional<KnownBuild> find(BuildNumber build) {
        return builds.stream()
                .filter(candidate ->
                        build.isPrefixOf(candidate.build()) && build.parts().size() >= 3)
                .findFirst()
                .or(() -> builds.stream()
                        .filter(candidate -> candidate.build().sameVersion(build)
                                && candidate.build().compareTo(build) <= 0)
                        .filter(candidate -> candidate.level().isPresent()
                                || candidate.build().isPrefixOf(build))
                        .max(Comparator.comparing(KnownBuild::build)));
    }

    /** The versions that builds begin with, such as {@code 6.5}. */
    Set<String> versions() {
        Set<String> versions = new LinkedHashSet<>();
        builds.forEach(knownBuild -> versions.add(knownBuild.build().parts().get(0) + "."
                + knownBuild.build().parts().get(1)));
        return versions;
    }
}
