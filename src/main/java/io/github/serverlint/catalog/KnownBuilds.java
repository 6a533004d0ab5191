package io.github.serverlint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The builds of all releases of a product, in their order. */
final class KnownBuilds {
    private final List<Known> builds = new ArrayList<>();

    KnownBuilds(Product product) {
        for (Release release : product.releases()) {
            release.build().ifPresent(build -> builds.add(new Known(build, release, Optional.empty())));
            for (Level level : release.levels()) {
                level.build().ifPresent(build -> builds.add(new Known(build, release, Optional.of(level))));
            }
        }
        builds.sort(Comparator.comparing(Known::build));
    }

    /** What brought a build; the level is empty for a build that all levels of the release share. */
    record Known(BuildNumber build, Release release, Optional<Level> level) {}

    boolean isEmpty() {
        return builds.isEmpty();
    }

    /** The newest known build that is not newer than the one given: what lies between two levels belongs to the older. */
    Optional<Known> find(BuildNumber build) {
        return builds.stream()
                .filter(candidate ->
                        build.isPrefixOf(candidate.build()) && build.parts().size() >= 3)
                .findFirst()
                .or(() -> builds.stream()
                        .filter(candidate -> candidate.build().sameVersion(build)
                                && candidate.build().compareTo(build) <= 0)
                        .filter(candidate -> candidate.level().isPresent()
                                || candidate.build().isPrefixOf(build))
                        .max(Comparator.comparing(Known::build)));
    }

    /** The versions that builds begin with, such as {@code 6.5}. */
    Set<String> versions() {
        Set<String> versions = new LinkedHashSet<>();
        builds.forEach(known -> versions.add(
                known.build().parts().get(0) + "." + known.build().parts().get(1)));
        return versions;
    }
}
