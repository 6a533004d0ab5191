package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.DirectoryBuildOffset;
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
    private final Optional<DirectoryBuildOffset> directoryBuilds;

    BuildTable(Product product) {
        directoryBuilds = product.directoryBuilds();
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

    /**
     * What brought a build, as it is installed or as Active Directory holds it. A build that begins like known ones,
     * apart from its last part, is one of them: a security update of it, or the first package of one that was replaced.
     * What lies between two levels otherwise belongs to the older.
     */
    Optional<KnownBuild> find(BuildNumber found) {
        BuildNumber build = directoryBuilds.map(held -> held.installed(found)).orElse(found);
        List<KnownBuild> alike = builds.stream()
                .filter(candidate -> build.sharesThirdPart(candidate.build()))
                .toList();
        return newestUpTo(build, alike).or(() -> alike.stream().findFirst()).or(() -> newestUpTo(build, builds));
    }

    private static Optional<KnownBuild> newestUpTo(BuildNumber build, List<KnownBuild> among) {
        return among.stream()
                .filter(candidate -> candidate.build().sameVersion(build)
                        && candidate.build().compareTo(build) <= 0)
                .filter(candidate ->
                        candidate.level().isPresent() || candidate.build().isPrefixOf(build))
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
