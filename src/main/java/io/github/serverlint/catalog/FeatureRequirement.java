package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature asks of a machine or of the forest: exactly one of a release and a functional level.
 *
 * @param from the oldest release that will do
 * @param levels the lowest levels that will do, of releases of which not every level does
 * @param functionalLevel the lowest forest functional level that will do
 * @param all whether every such machine of the forest has to be good enough, not only one
 */
public record FeatureRequirement(
        Term feature,
        Where where,
        Optional<Release> from,
        Map<Release, Level> levels,
        Optional<Term> functionalLevel,
        boolean all,
        String because,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whose release or level a need speaks of. */
    public enum Where {
        SERVER,
        GLOBAL_CATALOGS,
        DOMAIN_CONTROLLERS,
        FOREST
    }

    /**
     * What is needed and not there: the name of the release, or of the level, that would do. Empty if what is installed
     * is good enough, or may be.
     */
    public Optional<String> lacking(Release release, Optional<Level> level) {
        Optional<Release> newer = from.filter(release::isOlderThan);
        if (newer.isPresent()) {
            return newer.map(oldest -> oldest.nameAt(lowest(oldest)));
        }
        return lowest(release)
                .filter(lowest ->
                        level.filter(installed -> installed.isBefore(lowest)).isPresent())
                .map(lowest -> release.nameAt(Optional.of(lowest)));
    }

    /** Whether the release alone does not tell if it is good enough. */
    public boolean dependsOnLevelOf(Release release) {
        return lowest(release).isPresent();
    }

    private Optional<Level> lowest(Release release) {
        return Optional.ofNullable(levels.get(release));
    }

    /** Whether the need is one for a release of that product. */
    public boolean isFor(String productId) {
        return from.filter(release -> release.productId().equals(productId)).isPresent();
    }
}
