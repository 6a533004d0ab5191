package io.github.serverlint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Selector of milestone levels: those that support something the next level does not, and the last. A plan needs no
 * other level, because up to the next milestone no support is lost.
 */
final class MilestoneLevels {
    private final Catalog catalog;

    MilestoneLevels(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The milestone levels of a release, oldest first.
     *
     * @param besideDotnet whether it matters which .NET Framework a level accepts
     */
    List<Level> of(Release release, boolean besideDotnet) {
        List<Level> levels = release.levels();
        List<Level> milestones = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            if (i + 1 == levels.size() || losesSupport(release, levels.get(i), levels.get(i + 1), besideDotnet)) {
                milestones.add(levels.get(i));
            }
        }
        return milestones;
    }

    private boolean losesSupport(Release release, Level level, Level next, boolean besideDotnet) {
        return losesPlatforms(release, level, next)
                || losesDomainControllers(release, level, next)
                || catalog.facts(CoexistenceFact.class).stream()
                        .anyMatch(fact -> fact.newer().equals(release) && endsWith(fact.newerLevels(), level))
                || catalog.facts(ComponentConflict.class).stream()
                        .anyMatch(fact -> fact.release().equals(release)
                                && fact.levels().contains(next)
                                && !fact.levels().contains(level))
                || (besideDotnet
                        && catalog.dotnetFacts(release).stream().anyMatch(fact -> endsWith(fact.levels(), level)));
    }

    private static boolean endsWith(LevelRange range, Level level) {
        return range.to().filter(level::equals).isPresent();
    }

    private boolean losesPlatforms(Release release, Level level, Level next) {
        List<SupportFact> rows = catalog.support(release);
        return rows.stream()
                .filter(row -> row.supported() && row.covers(level) && !row.covers(next))
                .anyMatch(lost -> rows.stream()
                        .noneMatch(row -> row.supported()
                                && row.covers(next)
                                && row.platform().equals(lost.platform())
                                && row.clustered().equals(lost.clustered())
                                && isNoHigher(row.platformFrom(), lost.platformFrom())));
    }

    private static boolean isNoHigher(Optional<Level> floor, Optional<Level> other) {
        return floor.map(Level::rank).orElse(0) <= other.map(Level::rank).orElse(0);
    }

    private boolean losesDomainControllers(Release release, Level level, Level next) {
        List<DirectoryFact> rows = catalog.directoryFacts(release);
        List<DirectoryFact> then =
                rows.stream().filter(row -> row.levels().contains(next)).toList();
        for (DirectoryFact row : rows) {
            if (row.levels().contains(level) && !row.levels().contains(next)) {
                boolean kept = row.functionalLevels().stream()
                                .allMatch(functional -> then.stream()
                                        .anyMatch(other -> isNoLessCertain(other, row)
                                                && other.functionalLevels().contains(functional)))
                        && row.domainControllers().entrySet().stream()
                                .allMatch(floor -> then.stream()
                                        .anyMatch(other -> isNoLessCertain(other, row) && accepts(other, floor)));
                if (!kept) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNoLessCertain(DirectoryFact other, DirectoryFact row) {
        return !other.disputed() || row.disputed();
    }

    private static boolean accepts(DirectoryFact fact, Map.Entry<Release, Level> floor) {
        return Optional.ofNullable(fact.domainControllers().get(floor.getKey()))
                .filter(level -> !floor.getValue().isBefore(level))
                .isPresent();
    }
}
