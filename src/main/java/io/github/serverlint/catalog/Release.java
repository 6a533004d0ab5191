package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Release of a product, such as Windows Server 2003.
 *
 * @param productId the product it belongs to
 * @param rank the age among the releases of its product, from 0
 * @param spellings its distinguishing words, without the product's own words
 * @param imageNames whole texts that name this release, and each other release that has them too
 * @param build the build that all its levels share, for products whose service packs do not change it
 * @param levels oldest first
 * @param levelSpellings other names of levels, such as CU4 of Exchange Server 2013 for its SP1, to the names
 * @param laterLevels the word by which levels are called that may still come, such as {@code CU}: then a higher number
 *     is a level that is newer than the catalog, and so is a higher third number of a build; empty if the levels are
 *     complete
 * @param isNewerThanCatalog whether only its build is known: the catalog has no fact about it
 */
public record Release(
        String id,
        String productId,
        int rank,
        String name,
        List<String> spellings,
        List<String> imageNames,
        Optional<BuildNumber> build,
        List<Level> levels,
        Map<String, String> levelSpellings,
        List<String> editions,
        List<Term> architectures,
        Optional<String> laterLevels,
        Lifecycle lifecycle,
        Evidence evidence,
        boolean isNewerThanCatalog,
        Span place)
        implements Fact {
    /** Updates of three years, one a quarter; a number that is further ahead is a mistake. */
    private static final int MOST_AHEAD = 12;

    private static final long MOST_RANKS = 1_000_000;

    public boolean isOlderThan(Release other) {
        return productId.equals(other.productId) && rank < other.rank;
    }

    /** The level of a name, or of another name of it. */
    public Optional<Level> level(String levelName) {
        for (Level level : levels) {
            if (level.name().equalsIgnoreCase(levelName)) {
                return Optional.of(level);
            }
        }
        for (Map.Entry<String, String> spelling : levelSpellings.entrySet()) {
            if (spelling.getKey().equalsIgnoreCase(levelName)) {
                return level(spelling.getValue());
            }
        }
        return Optional.empty();
    }

    /** The last day of free security updates for a level, which no level gets longer than its release. */
    public Optional<LocalDate> supportEnds(Level level) {
        return Stream.concat(lifecycle.supportEnds().stream(), lifecycle.levelSupport().endOf(level, levels).stream())
                .min(Comparator.naturalOrder());
    }

    /** The level of that name that is newer than the catalog; empty if no such level can come. */
    public Optional<Level> laterLevel(String levelName) {
        return laterLevels.flatMap(word -> {
            Level later = later(levelName.toUpperCase(Locale.ROOT), Optional.empty());
            int newest = levels.get(levels.size() - 1).number().orElse(0);
            int number = later.number().orElse(0);
            return later.name().equals(word + number) && number > newest && number <= newest + MOST_AHEAD
                    ? Optional.of(later)
                    : Optional.empty();
        });
    }

    /** The level of a build above all that are known, which is newer than the catalog. */
    public Level laterLevel(BuildNumber above) {
        BuildNumber level = new BuildNumber(above.parts().subList(0, 3));
        return later("build " + level, Optional.of(level));
    }

    private Level later(String levelName, Optional<BuildNumber> levelBuild) {
        return new Level(levelName, levels.size(), levelBuild, Optional.empty(), Optional.empty(), true);
    }

    /**
     * A release of the same product that is newer than the catalog.
     *
     * @param above its build, which is above all that are known
     * @param productName the name of the product
     */
    public Release later(BuildNumber above, String productName) {
        BuildNumber shared = new BuildNumber(above.parts().subList(0, 3));
        // The higher the build, the newer.
        int distance = (int) Math.min(MOST_RANKS, shared.parts().get(2));
        return new Release(
                productId + "-" + shared,
                productId,
                rank + distance,
                productName + " (build " + shared + ")",
                List.of(),
                List.of(),
                Optional.of(shared),
                List.of(new Level("RTM", 0, Optional.empty(), Optional.empty(), Optional.empty())),
                Map.of(),
                List.of(),
                architectures,
                Optional.empty(),
                Lifecycle.UNKNOWN,
                evidence,
                true,
                place);
    }

    /** Every build that is known of it and of its levels. */
    public Stream<BuildNumber> builds() {
        return Stream.concat(build.stream(), levels.stream().flatMap(Level::builds));
    }

    /** The name with its level: {@code Exchange 2000 Server SP3}. */
    public String nameAt(Optional<Level> level) {
        return level.map(known -> name + " " + known).orElse(name);
    }

    /** Compares ids only: they are unique, and comparing all levels would be slow. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Release release && id.equals(release.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
