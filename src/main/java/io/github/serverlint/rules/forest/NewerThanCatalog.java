package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule that says what is newer than the catalog, and so is judged in part only. It is no fault of the definitions; there
 * is one finding for each release and level, at the first server that has it.
 */
public final class NewerThanCatalog implements ForestRule {
    private static final RuleInfo INFO = RuleInfo.note(
            "newer-than-catalog", "a release or a level that is newer than the catalog, so that not all is judged");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (Product product : catalog.products()) {
            Map<ServerSpec.Installed, List<Server>> newer = new LinkedHashMap<>();
            for (Server server : estate.servers()) {
                server.installation(product.id())
                        .filter(Installation::isNewerThanCatalog)
                        .ifPresent(installed -> newer.computeIfAbsent(installed.spec(), key -> new ArrayList<>())
                                .add(server));
            }
            newer.values().forEach(servers -> report(servers, product, catalog, findingCollector));
        }
    }

    private static void report(
            List<Server> servers, Product product, Catalog catalog, FindingCollector findingCollector) {
        Server first = servers.get(0);
        Installation installed = first.installation(product.id()).orElseThrow();
        int more = servers.size() - 1;
        boolean wholeRelease = installed.release().isNewerThanCatalog();
        findingCollector
                .fault(
                        INFO,
                        first,
                        product.id(),
                        installed.levelPlace(),
                        first.quoted() + (more == 0 ? " runs " : " and " + more + " more run ") + installed.name()
                                + ", which is newer than the catalog of " + catalog.date() + ".")
                // One more server with it is nothing new.
                .topic(product.id() + " with " + installed.name())
                .because(
                        wholeRelease
                                ? "It counts as newer than every release that the catalog knows. What runs on it, which Exchange"
                                        + " accepts its domain controllers, which upgrades lead to it and when its support ends"
                                        + " is not judged."
                                : "Every minimum counts as met. Which newer Windows, domain controllers, functional levels and"
                                        + " releases of the .NET Framework it supports and when its support ends is not judged.")
                .fix("Use a serverlint whose catalog knows it, or add it in a catalog file of your own (parameter"
                        + " catalogs). If the number is a mistake, correct it.");
    }
}
