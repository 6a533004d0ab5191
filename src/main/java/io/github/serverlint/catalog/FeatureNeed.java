package io.github.serverlint.catalog;

import io.github.serverlint.source.Span;
import java.util.Optional;

/**
 * What a feature asks of a machine or of the forest: exactly one of a release and a functional level.
 *
 * @param from the oldest release that will do
 * @param functionalLevel the lowest forest functional level that will do
 * @param all whether every such machine of the forest has to be good enough, not only one
 */
public record FeatureNeed(
        Term feature,
        Where where,
        Optional<Release> from,
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

    /** Whether the need is one for a release of that product. */
    public boolean isFor(String productId) {
        return from.filter(release -> release.productId().equals(productId)).isPresent();
    }
}
