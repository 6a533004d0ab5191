package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.Map;
import java.util.Optional;

/**
 * Requirement of a feature on a server or on the forest: exactly one of a release and a functional level.
 *
 * @param from the oldest sufficient release
 * @param levels the lowest sufficient levels, of releases of which not every level is sufficient
 * @param functionalLevel the lowest sufficient forest functional level
 * @param all whether every such server of the forest has to meet it, not only one
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

    /** Subject of a requirement. */
    public enum Where {
        SERVER,
        GLOBAL_CATALOGS,
        DOMAIN_CONTROLLERS,
        FOREST
    }

    /**
     * The release or level that is required and not installed, by name. Empty if the installed one is sufficient, or
     * may be.
     */
    public Optional<String> missing(Release release, Optional<Level> level) {
        Optional<Release> newer = from.filter(release::isOlderThan);
        if (newer.isPresent()) {
            return newer.map(oldest -> oldest.nameAt(lowest(oldest)));
        }
        return lowest(release)
                .filter(lowest ->
                        level.filter(installed -> installed.isBefore(lowest)).isPresent())
                .map(lowest -> release.nameAt(Optional.of(lowest)));
    }

    /** Whether the level, and not only the release, decides whether the requirement is met. */
    public boolean dependsOnLevelOf(Release release) {
        return lowest(release).isPresent();
    }

    private Optional<Level> lowest(Release release) {
        return Optional.ofNullable(levels.get(release));
    }

    /** Whether a release of that product is required. */
    public boolean appliesTo(String productId) {
        return from.filter(release -> release.productId().equals(productId)).isPresent();
    }
}
