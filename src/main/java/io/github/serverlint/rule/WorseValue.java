package io.github.serverlint.rule;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.text.Located;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Which other releases a rule minds more than the one that it has found, so that a known fault with them covers it. */
public enum WorseValue {
    /** What is too old: an older one is worse. */
    OLDER,
    /** What is too new: a newer one is worse. */
    NEWER,
    /** None is certainly worse. */
    NONE;

    /** Where a release is among those that would do: what is above all of them is too new. */
    public static WorseValue than(Release release, Collection<Release> accepted) {
        if (!accepted.isEmpty() && accepted.stream().allMatch(other -> other.isOlderThan(release))) {
            return NEWER;
        }
        return !accepted.isEmpty() && accepted.stream().allMatch(release::isOlderThan) ? OLDER : NONE;
    }

    /** A release of a server as a partner, whatever its level. */
    public Partner partner(Server server, Release release, Catalog catalog) {
        return partner(server, release, Optional.empty(), catalog);
    }

    /** A release of a server with its level as a partner. */
    public Partner partner(Server server, Installation installed, Catalog catalog) {
        return partner(server, installed.release(), installed.level().map(Located::value), catalog);
    }

    private Partner partner(Server server, Release release, Optional<Level> level, Catalog catalog) {
        String value = release.nameAt(level);
        return new Partner(
                server.name().value(),
                value,
                switch (this) {
                    case OLDER -> catalog.namesUpTo(release, level);
                    case NEWER -> catalog.namesFrom(release, level);
                    case NONE -> Set.of(value);
                });
    }
}
