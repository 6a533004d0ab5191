package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.PreparationFact;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Forest.Preparations;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.WorseValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rule for forests that were not prepared for a release in them. It reports one finding per forest and preparation: at
 * the forest's list of preparations, or at the first such release if there is no list.
 */
public final class ForestNotPrepared implements ForestRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "forest-not-prepared",
            "a domain controller or an Exchange release in a forest that was not prepared for it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        findingCollector.forestUnknown(
                INFO,
                estate,
                server -> server.installation(Product.EXCHANGE)
                        .filter(exchange ->
                                !catalog.preparationFacts(exchange.release()).isEmpty())
                        .isPresent());
        List<Forest> forests = new ArrayList<>(estate.forests());
        forests.add(Forest.UNNAMED);
        for (Forest forest : forests) {
            Product exchange = catalog.product(Product.EXCHANGE).orElseThrow();
            for (Release release : exchange.releases()) {
                List<Server> servers = with(release, estate.serversIn(forest));
                if (!servers.isEmpty()) {
                    for (PreparationFact fact : catalog.preparationFacts(release)) {
                        check(estate, forest, servers, fact, ruleContext, findingCollector);
                    }
                }
            }
        }
    }

    private static List<Server> with(Release release, List<Server> servers) {
        return servers.stream()
                .filter(server -> server.installation(Product.EXCHANGE)
                        .filter(exchange -> exchange.release().equals(release))
                        .isPresent())
                .toList();
    }

    private static void check(
            Estate estate,
            Forest forest,
            List<Server> servers,
            PreparationFact fact,
            RuleContext ruleContext,
            FindingCollector findingCollector) {
        Server server = servers.get(0);
        List<Server> domainControllers = fact.domainControllers()
                .map(from -> estate.domainControllersOf(forest).stream()
                        .filter(machine -> machine.runsWindowsFrom(from))
                        .toList())
                .orElse(List.of());
        Optional<Server> domainController = domainControllers.stream().findFirst();
        boolean applies = (fact.domainControllers().isEmpty() || domainController.isPresent())
                && (!fact.whereDeclared() || forest.prepared().isPresent());
        if (!applies || forest.isPreparedBy(fact.needs())) {
            return;
        }
        Installation exchange = server.installation(Product.EXCHANGE).orElseThrow();
        String where = forest.described();
        String message = domainController
                        .map(machine -> server.quoted() + " runs " + exchange.name() + " in " + where
                                + " beside the domain controller " + machine.quoted() + " on "
                                + machine.windows().orElseThrow().release() + ", and ")
                        .orElse(server.quoted() + " runs " + exchange.name() + " in " + where + ", and ")
                + fact.needs().name() + " is not declared.";
        Optional<Preparations> declared = forest.prepared();
        FindingBuilder fault = declared.isPresent()
                ? findingCollector
                        .fault(INFO, declared.get().list(), message)
                        .keyPath("forests." + forest.name().orElseThrow().value() + ".prepared")
                        .about(server.serverName())
                : findingCollector.fault(INFO, server, Product.EXCHANGE, exchange.text(), message);
        boolean perhaps = fact.perhaps()
                .filter(other -> forest.isPreparedBy(other)
                        || (declared.isEmpty() && isImplied(other, estate.serversIn(forest), ruleContext.catalog())))
                .isPresent();
        fault.because(fact.because()
                        + (perhaps
                                ? " " + fact.perhaps().orElseThrow().name()
                                        + " does as well if it was run before, which a definition cannot show."
                                : ""))
                .fix("Do it first, then add " + fact.needs() + " to the forest's \"prepared\".")
                .sources(fact.evidence().citations())
                .doubtful(perhaps || fact.evidence().isRecalled())
                .related(exchange.text(), exchange.name())
                .topic(forest.title() + " without " + fact.needs().id() + " for " + exchange.release())
                .with(servers.stream()
                        .map(other -> Partner.of(
                                other.name().value(), exchange.release().name()))
                        .toList())
                .with(domainControllers.stream()
                        .map(machine -> WorseValue.NEWER.partner(
                                machine, machine.windows().orElseThrow().release(), ruleContext.catalog()))
                        .toList());
        domainController.ifPresent(machine -> fault.related(
                machine.serverName(),
                machine.windows().orElseThrow().text(),
                machine.windows().orElseThrow().name()));
    }

    /** Whether a release in the forest implies that the preparation was made, because it requires it. */
    private static boolean isImplied(Term preparation, List<Server> servers, Catalog catalog) {
        return servers.stream()
                .flatMap(server -> server.installation(Product.EXCHANGE).stream())
                .flatMap(exchange -> catalog.preparationFacts(exchange.release()).stream())
                .anyMatch(fact -> fact.needs().equals(preparation));
    }
}
