package io.github.serverlint.plan;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SchemaExtensionFact;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.Need;
import io.github.serverlint.text.Located;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the schema master needs before setup of Exchange extends the schema. Setup does that where no step does it, so a
 * plan says it at the first step that installs such an Exchange.
 */
final class SchemaMasterNeeds {
    private final Catalog catalog;
    private final Set<SchemaExtensionFact> told = new HashSet<>();

    SchemaMasterNeeds(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The needs of a step that no earlier step had.
     *
     * @param before the servers and forest before it
     */
    List<Need> of(Step step, Estate before) {
        Optional<Installation> exchange = installed(step);
        if (exchange.isEmpty()) {
            return List.of();
        }
        return catalog.facts(SchemaExtensionFact.class).stream()
                .filter(fact -> fact.releases().contains(exchange.get().release())
                        && mayBeSpoilt(fact, before)
                        && told.add(fact))
                .map(fact -> new Need(
                        fact.because() + " " + fact.instead(), fact.evidence().citations()))
                .toList();
    }

    private static Optional<Installation> installed(Step step) {
        Optional<Step.ProductRelease> release = step instanceof Step.Upgrade upgrade
                ? Optional.of(upgrade.to())
                : step instanceof Step.Install install ? Optional.of(install.release()) : Optional.empty();
        Optional<Server> machine = step instanceof Step.Add add
                ? Optional.of(add.server())
                : step instanceof Step.Reinstall reinstall ? Optional.of(reinstall.as()) : Optional.empty();
        return release.filter(what -> what.productId().equals(Product.EXCHANGE))
                .map(Step.ProductRelease::installation)
                .or(() -> machine.flatMap(server -> server.installation(Product.EXCHANGE)));
    }

    private static boolean mayBeSpoilt(SchemaExtensionFact fact, Estate before) {
        boolean prepared = before.forests().stream().anyMatch(forest -> forest.isPreparedBy(fact.unlessPrepared()));
        return !prepared
                && before.servers().stream()
                        .filter(Server::isDomainController)
                        .flatMap(server -> server.windows().stream())
                        .anyMatch(windows -> isAffected(windows, fact));
    }

    private static boolean isAffected(Installation windows, SchemaExtensionFact fact) {
        Release release = windows.release();
        return release.equals(fact.domainControllers())
                && windows.level()
                        .map(Located::value)
                        .filter(level -> !level.isBefore(fact.fixedFrom()))
                        .isEmpty();
    }
}
