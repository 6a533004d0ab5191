package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.ConnectorFact;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rule for Active Directory Connectors that do not work with the domain controllers or at the functional level of their
 * forest.
 */
public final class IncompatibleAdConnector implements ForestRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "incompatible-ad-connector",
            "an Active Directory Connector beside domain controllers, or at a forest level, that it does not work with");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (Server server : estate.servers()) {
            Optional<Installation> connector = server.installation(Product.AD_CONNECTOR);
            Optional<Forest> forest = estate.forestOf(server);
            if (connector.isEmpty()) {
                continue;
            }
            if (forest.isEmpty()) {
                findingCollector.forestUnknown(INFO, server);
                continue;
            }
            for (ConnectorFact fact : catalog.connectorFacts(connector.get().release())) {
                if (affects(fact, connector.get())) {
                    ConnectorInForest connectorInForest =
                            new ConnectorInForest(server, connector.get(), forest.get(), fact);
                    checkLevel(connectorInForest, catalog, findingCollector);
                    checkDomainControllers(connectorInForest, estate, catalog, findingCollector);
                }
            }
        }
    }

    /** Connector in its forest, with one fact about what it is incompatible with. */
    private record ConnectorInForest(Server server, Installation connector, Forest forest, ConnectorFact fact) {
        FindingBuilder fault(String trouble, FindingCollector findingCollector) {
            return findingCollector
                    .fault(
                            INFO,
                            server,
                            Product.AD_CONNECTOR,
                            connector.text(),
                            server.quoted() + " runs the " + connector.name() + trouble)
                    .because(fact.because())
                    .fix(fact.instead())
                    .sources(fact.evidence().citations())
                    .doubtful(fact.evidence().isRecalled());
        }
    }

    private static boolean affects(ConnectorFact fact, Installation connector) {
        return fact.to().isEmpty()
                || connector.level().isEmpty()
                || !fact.to().get().isBefore(connector.level().get().value());
    }

    private static void checkLevel(
            ConnectorInForest connectorInForest, Catalog catalog, FindingCollector findingCollector) {
        Optional<Term> lowest = connectorInForest.fact().functionalLevel();
        connectorInForest
                .forest()
                .functionalLevel()
                .filter(level -> lowest.isPresent() && !level.value().isBelow(lowest.get()))
                .ifPresent(level -> connectorInForest
                        .fault(
                                " in a forest at the functional level "
                                        + level.value().name() + ".",
                                findingCollector)
                        .related(level, "the functional level")
                        .with(new Partner(
                                connectorInForest.forest().title(),
                                level.value().name(),
                                catalog.functionalLevels().terms().stream()
                                        .filter(other -> !other.isBelow(level.value()))
                                        .map(Term::name)
                                        .collect(Collectors.toSet()))));
    }

    private static void checkDomainControllers(
            ConnectorInForest connectorInForest, Estate estate, Catalog catalog, FindingCollector findingCollector) {
        Optional<Release> from = connectorInForest.fact().domainControllers();
        if (from.isEmpty()) {
            return;
        }
        List<Server> incompatible = estate.domainControllersOf(connectorInForest.forest()).stream()
                .filter(machine -> machine.runsWindowsFrom(from.get()))
                .toList();
        if (incompatible.isEmpty() || isExempt(connectorInForest)) {
            return;
        }
        Server first = incompatible.get(0);
        Installation windows = first.windows().orElseThrow();
        String also = incompatible.size() == 1 ? "" : ", and " + (incompatible.size() - 1) + " more like it";
        FindingBuilder fault = connectorInForest
                .fault(
                        " beside the domain controller " + first.quoted() + " on " + windows.name() + also + ".",
                        findingCollector)
                .related(first.serverName(), windows.text(), windows.name())
                .with(incompatible.stream()
                        .map(machine -> WorseValue.NEWER.partner(
                                machine, machine.windows().orElseThrow().release(), catalog))
                        .toList());
        connectorInForest.forest().domainMode().ifPresent(mode -> fault.related(mode, "the domain mode"));
        connectorInForest
                .forest()
                .prepared()
                .ifPresent(prepared -> fault.related(prepared.list(), "the list of preparations"));
    }

    private static boolean isExempt(ConnectorInForest connectorInForest) {
        Forest forest = connectorInForest.forest();
        return connectorInForest.fact().unlessDomainMode().isPresent()
                && forest.domainMode()
                        .map(Located::value)
                        .equals(connectorInForest.fact().unlessDomainMode())
                && connectorInForest.fact().unlessPrepared().stream().allMatch(forest::isPreparedBy);
    }
}
