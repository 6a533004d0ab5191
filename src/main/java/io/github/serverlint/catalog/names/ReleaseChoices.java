package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Levels, editions and architectures that a release comes in: found by a text of their own, and listed for messages. */
public final class ReleaseChoices {
    private ReleaseChoices() {}

    /**
     * The level of a release that a text means, alone: {@code SP 2}, {@code Service Pack 2}, {@code CU14}. It may be
     * newer than the catalog.
     */
    public static Optional<Level> level(Release release, String text) {
        List<String> wanted = NameTokens.of(text);
        return Stream.concat(release.levels().stream().map(Level::name), release.levelSpellings().keySet().stream())
                .filter(name -> NameTokens.of(name).equals(wanted))
                .findFirst()
                .flatMap(release::level)
                .or(() -> release.laterLevel(String.join("", wanted)));
    }

    /** The edition of a release that a text means, alone. */
    public static Optional<String> edition(Product product, Release release, String text) {
        List<String> wanted = NameTokens.of(text.replaceAll("(?i)\\s+edition$", ""));
        return release.editions().stream()
                .filter(edition -> spellingsOf(product, edition)
                        .anyMatch(spelling -> NameTokens.of(spelling).equals(wanted)))
                .findFirst();
    }

    static Stream<String> spellingsOf(Product product, String edition) {
        return Stream.concat(Stream.of(edition), product.editionSpellings().getOrDefault(edition, List.of()).stream());
    }

    static Unrecognized hasNoLevel(Release release, String name) {
        return new Unrecognized("names " + name + ", which " + release + " does not have", levelsOf(release));
    }

    /** A sentence that lists the levels of a release, for messages. */
    public static String levelsOf(Release release) {
        List<String> names = release.levels().stream().map(Level::name).toList();
        // Where each service pack has its rollups, the service packs say enough.
        List<String> packs = names.stream().filter(name -> !name.contains(" ")).toList();
        return "It has " + String.join(", ", packs) + (packs.size() < names.size() ? ", and their rollups." : ".");
    }

    /** A sentence that lists the editions of a release, for messages. */
    public static String editionsOf(Release release) {
        return release.editions().isEmpty()
                ? "It has no editions."
                : "Its editions are " + String.join(", ", release.editions()) + ".";
    }

    static String architecturesOf(Release release) {
        return release.architectures().isEmpty()
                ? "It has no architecture to choose."
                : "There is one for "
                        + String.join(
                                ", ",
                                release.architectures().stream().map(Term::id).toList()) + ".";
    }
}
