package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
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
        Lifecycle lifecycle,
        Evidence evidence,
        Span place)
        implements Fact {

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

    /** Every build that is known of it and of its levels. */
    public Stream<BuildNumber> builds() {
        return Stream.concat(build.stream(), levels.stream().flatMap(level -> level.build().stream()));
    }

    /** Whether a number is the third part of one of its builds, such as 3790 of 5.2.3790. */
    public boolean isBuiltAs(String number) {
        return builds().anyMatch(known -> known.parts().size() >= 3
                && String.valueOf(known.parts().get(2)).equals(number));
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
