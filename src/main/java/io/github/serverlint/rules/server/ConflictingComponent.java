package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.ComponentConflict;
import io.github.serverlint.catalog.DotnetFact;
import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rule for components and .NET Framework releases that conflict with an installed release. An unknown level is reported
 * only if every level of the release would fail.
 */
public final class ConflictingComponent implements ServerRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("conflicting-component", "a component that cannot live with the release beside it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (Installation installed : server.installations().values()) {
            for (Located<Term> component : server.components()) {
                checkComponent(server, component, installed, catalog, findingCollector);
            }
        }
        Optional<Installation> exchange = server.installation(Product.EXCHANGE);
        Optional<Installation> dotnet = server.installation(Product.DOTNET);
        if (exchange.isPresent() && dotnet.isPresent()) {
            checkDotnet(server, dotnet.get(), exchange.get(), catalog, findingCollector);
        }
    }

    private static void checkComponent(
            Server server,
            Located<Term> component,
            Installation installed,
            Catalog catalog,
            FindingCollector findingCollector) {
        List<ComponentConflict> rows = catalog.conflicts(component.value(), installed.release());
        List<Level> levels = PlatformSupport.possibleLevels(installed);
        List<Level> failing = levels.stream()
                .filter(level -> rows.stream().anyMatch(row -> row.covers(level)))
                .toList();
        if (failing.isEmpty()) {
            return;
        }
        if (failing.size() < levels.size()) {
            undecided(server, installed, findingCollector);
            return;
        }
        ComponentConflict row = rows.stream()
                .filter(conflict -> failing.stream().anyMatch(conflict::covers))
                .findFirst()
                .orElseThrow();
        findingCollector
                .fault(
                        INFO,
                        server,
                        "components." + component.value(),
                        component,
                        server.quoted() + " has " + component.value().name() + " beside " + installed.name()
                                + ", which does not support it.")
                .related(installed.text(), installed.name())
                .with(Partner.of(server.name().value(), installed.release().name()))
                .because(row.because())
                .fix(row.instead())
                .sources(row.evidence().citations())
                .doubtful(row.evidence().isRecalled());
    }

    private static void checkDotnet(
            Server server,
            Installation dotnet,
            Installation exchange,
            Catalog catalog,
            FindingCollector findingCollector) {
        List<Level> levels = PlatformSupport.possibleLevels(exchange);
        List<DotnetFact> rows = catalog.dotnetFacts(exchange.release()).stream()
                .filter(row -> server.windows()
                        .filter(windows -> !row.appliesTo(windows.release()))
                        .isEmpty())
                .filter(row -> levels.stream().anyMatch(row::covers))
                .toList();
        List<DotnetFact> accepting = rows.stream()
                .filter(row -> row.accepted().contains(dotnet.release()))
                .toList();
        // A later update may support other releases of the .NET Framework.
        if (rows.isEmpty() || (accepting.isEmpty() && exchange.isNewerThanCatalog())) {
            return;
        }
        if (!accepting.isEmpty()) {
            // Levels that no row applies to are not checked, so they make no difference either.
            boolean decides = levels.stream()
                    .filter(level -> rows.stream().anyMatch(row -> row.covers(level)))
                    .anyMatch(level -> accepting.stream().noneMatch(row -> row.covers(level)));
            if (decides) {
                undecided(server, exchange, findingCollector);
            }
            return;
        }
        String accepted = rows.stream()
                .flatMap(row -> row.accepted().stream())
                .distinct()
                .map(Release::name)
                .collect(Collectors.joining(", "));
        findingCollector
                .fault(
                        INFO,
                        server,
                        Product.DOTNET,
                        dotnet.text(),
                        server.quoted() + " has " + dotnet.name() + " beside " + exchange.name()
                                + ", which does not support it.")
                .related(exchange.text(), exchange.name())
                .with(Partner.of(server.name().value(), exchange.release().name()))
                .because("Supported there: " + accepted + ".")
                .fix("Install one of these, or an update of Exchange that supports " + dotnet.release() + ".")
                .sources(rows.stream()
                        .flatMap(row -> row.evidence().citations().stream())
                        .toList())
                .doubtful(rows.stream().map(DotnetFact::evidence).allMatch(Evidence::isRecalled));
    }

    private static void undecided(Server server, Installation installed, FindingCollector findingCollector) {
        findingCollector.undecided(INFO, server, installed.text(), "the level of " + installed.release());
    }
}
