package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Builds that two releases share, such as 5.2.3790 of Windows Server 2003 and 2003 R2. */
final class SharedBuilds {
    private SharedBuilds() {}

    /** Whether a release without builds of its own, such as Windows Server 2003 R2, has those of the one before it. */
    static boolean share(Release named, Release built) {
        return named.builds().findAny().isEmpty() && named.rank() == built.rank() + 1;
    }

    /**
     * What a build means where no name stands beside it.
     *
     * @param built the release that has the build
     * @param as what the whole text means for a release
     */
    static Recognition recognized(Product product, Release built, Function<Release, Recognition> as) {
        Recognition first = as.apply(built);
        return oneOf(Stream.concat(
                                Stream.of(first),
                                product.releases().stream()
                                        .filter(release -> share(release, built))
                                        .map(as))
                        .toList())
                .orElse(first);
    }

    /** What a text means that means one of several things, as far as they are releases; empty if none is. */
    static Optional<Recognition> oneOf(List<Recognition> meanings) {
        List<Recognized> possible = meanings.stream()
                .filter(Recognized.class::isInstance)
                .map(Recognized.class::cast)
                .toList();
        return switch (possible.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(possible.get(0));
            default -> Optional.of(new Candidates(possible, List.of()));
        };
    }
}
