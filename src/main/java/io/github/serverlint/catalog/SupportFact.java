package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Support for a release on a release of Windows.
 *
 * @param levels the levels of the release that the row applies to
 * @param platformFrom the lowest sufficient level of the platform
 * @param clustered true or false if the row applies only to cluster nodes, or only to other servers
 * @param editions of the platform that the row is limited to; empty for all
 * @param architectures of the platform that the row is limited to; empty for all
 * @param disputedBelow the level of the release below which the sources disagree about the pair
 * @param alternative what lifts the floor but is not part of a definition; empty if nothing does
 * @param floorsRecalled whether the floors are from memory, whatever the pair is
 */
public record SupportFact(
        Release release,
        LevelRange levels,
        Release platform,
        Optional<Level> platformFrom,
        Optional<Boolean> clustered,
        List<String> editions,
        List<Term> architectures,
        boolean supported,
        Optional<Level> disputedBelow,
        String because,
        String instead,
        String alternative,
        boolean floorsRecalled,
        Evidence evidence,
        Span place)
        implements Fact {

    @Override
    public boolean floorsRecalled() {
        return floorsRecalled || evidence.isRecalled();
    }

    /** Whether the row applies to a level of the release. */
    public boolean covers(Level level) {
        return levels.contains(level);
    }

    /** Whether the sources disagree about a level of the release. */
    public boolean isDisputed(Level level) {
        return disputedBelow.filter(level::isBefore).isPresent();
    }

    /** Whether the row accepts a level of the platform. */
    public boolean acceptsPlatformLevel(Level platformLevel) {
        return platformFrom.filter(platformLevel::isBefore).isEmpty();
    }

    /** Whether the row denies the pair as a whole, not only some levels, editions or architectures. */
    public boolean deniesAllLevels() {
        return !supported && levels.isUnlimited() && editions.isEmpty() && architectures.isEmpty();
    }

    /** Whether the row denies some levels on every edition and architecture. */
    public boolean deniesLevels() {
        return !supported && !levels.isUnlimited() && editions.isEmpty() && architectures.isEmpty();
    }
}
