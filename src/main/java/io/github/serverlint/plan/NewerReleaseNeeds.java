package io.github.serverlint.plan;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.Need;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What cannot be known of a release or level that is newer than the catalog: a plan says it at the first step that leads
 * to each.
 */
final class NewerReleaseNeeds {
    private final Catalog catalog;
    private final Set<String> told = new HashSet<>();

    NewerReleaseNeeds(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The needs of a step that no earlier step had. */
    List<Need> of(Step step) {
        return brought(step)
                .filter(installed -> installed.isNewerThanCatalog() && told.add(installed.name()))
                .map(installed -> new Need(
                        installed.name() + " is newer than the catalog of " + catalog.date()
                                + ", so its own documentation has to say what it needs and what it can be upgraded from.",
                        List.of()))
                .toList();
    }

    private static Stream<Installation> brought(Step step) {
        if (step instanceof Step.Upgrade upgrade) {
            return Stream.of(upgrade.to().installation());
        } else if (step instanceof Step.Install install) {
            return Stream.of(install.release().installation());
        } else if (step instanceof Step.Add add) {
            return all(add.server());
        }
        return step instanceof Step.Reinstall reinstall ? all(reinstall.as()) : Stream.empty();
    }

    private static Stream<Installation> all(Server server) {
        return server.possible().values().stream().flatMap(List::stream);
    }
}
