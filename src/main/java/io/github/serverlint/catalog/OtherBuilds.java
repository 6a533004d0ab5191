package io.github.serverlint.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds among those of a product that are no release of it, such as previews or Windows for clients.
 *
 * @param builds what each is; a build may be its first numbers only
 * @param evidence where they are listed; empty if there are none
 */
public record OtherBuilds(Map<BuildNumber, String> builds, Optional<Evidence> evidence) {

    /** For a product that has all builds of its numbering. */
    public static final OtherBuilds NONE = new OtherBuilds(Map.of(), Optional.empty());

    /** What a build is, in any length; empty if it is none of them. */
    public Optional<String> find(BuildNumber build) {
        return builds.entrySet().stream()
                .filter(entry -> entry.getKey().isPrefixOf(build))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The builds, as far as they are given. */
    public Stream<BuildNumber> stream() {
        return builds.keySet().stream();
    }
}
