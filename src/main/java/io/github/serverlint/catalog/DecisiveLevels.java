package io.github.serverlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The levels at which some row begins to hold or ceases to. Between two of them every level of a release is judged like
 * the lower one.
 */
final class DecisiveLevels {
    private final Map<String, TreeSet<Integer>> ranks = new HashMap<>();

    DecisiveLevels(Catalog.CatalogContent content) {
        content.support().forEach(fact -> {
            add(fact.release(), fact.levels());
            from(fact.platform(), fact.platformFrom());
        });
        content.needs().forEach(fact -> fact.levels().forEach((release, level) -> from(release, Optional.of(level))));
        content.connectors().forEach(fact -> to(fact.connector(), fact.to()));
        content.upgrades().forEach(fact -> from(fact.from(), fact.fromLevel()));
        content.directory().forEach(fact -> {
            add(fact.release(), fact.levels());
            fact.domainControllers().forEach((release, level) -> from(release, Optional.of(level)));
        });
        content.coexistence().forEach(fact -> {
            add(fact.newer(), fact.newerLevels());
            from(fact.older(), fact.olderFrom());
        });
        content.conflicts().forEach(fact -> add(fact.release(), fact.levels()));
        content.dotnet().forEach(fact -> add(fact.release(), fact.levels()));
    }

    /** Oldest first; the first level of a release is always one of them. */
    List<Level> of(Release release) {
        TreeSet<Integer> decisive = new TreeSet<>(ranks.getOrDefault(release.id(), new TreeSet<>()));
        decisive.add(0);
        return release.levels().stream()
                .filter(level -> decisive.contains(level.rank()))
                .toList();
    }

    private void add(Release release, LevelRange range) {
        from(release, range.from());
        to(release, range.to());
    }

    private void from(Release release, Optional<Level> first) {
        first.ifPresent(level -> decisive(release, level.rank()));
    }

    private void to(Release release, Optional<Level> last) {
        last.ifPresent(level -> decisive(release, level.rank() + 1));
    }

    private void decisive(Release release, int rank) {
        ranks.computeIfAbsent(release.id(), key -> new TreeSet<>()).add(rank);
    }
}
