package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.ClusterDenial;
import io.github.serverlint.catalog.ClusterSize;
import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.ClusterMembership;
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
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rule for clusters that their Windows or Exchange does not support: too many nodes, an unsupported edition, role or
 * component on a node, or incompatible nodes. Servers that name the same cluster are its nodes.
 */
public final class UnsupportedCluster implements ForestRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("unsupported-cluster", "a cluster that its Windows or its Exchange does not support");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Map<ClusterIdentity, List<Server>> clusters = new HashMap<>();
        for (Server server : estate.servers()) {
            identity(server, estate)
                    .ifPresent(cluster -> clusters.computeIfAbsent(cluster, key -> new ArrayList<>())
                            .add(server));
        }
        for (Server server : estate.servers()) {
            if (server.cluster().isPresent()) {
                List<Server> nodes = identity(server, estate).map(clusters::get).orElse(List.of(server));
                String forest = estate.forestOf(server).map(Forest::title).orElse("");
                check(
                        new ClusterNode(server, server.cluster().get(), forest, nodes),
                        ruleContext.catalog(),
                        findingCollector);
            }
        }
    }

    /** Key of a cluster; two forests, or two scopes of names, may each have one of the same name. */
    private record ClusterIdentity(Optional<Forest> forest, String scope, String name) {}

    private static Optional<ClusterIdentity> identity(Server server, Estate estate) {
        return server.cluster()
                .flatMap(ClusterMembership::name)
                .map(name -> new ClusterIdentity(
                        estate.forestOf(server),
                        Estate.folded(server.serverName().scope()),
                        Estate.folded(name.value())));
    }

    /** Server in its cluster, with all known nodes of the cluster. */
    private record ClusterNode(Server server, ClusterMembership cluster, String forest, List<Server> nodes) {

        /** What tells its cluster from others. */
        String title() {
            return cluster.name().map(Located::value).orElse(server.serverName().shown())
                    + (forest.isEmpty() ? "" : " of " + forest);
        }

        /** The minimum number of nodes of the cluster. */
        int count() {
            return Math.max(cluster.nodes().map(Located::value).orElse(1), nodes.size());
        }

        /** What makes a node too many, besides the number that is given: the others, and its own product. */
        List<Partner> beside(String product) {
            return Stream.concat(
                            Stream.of(Partner.of(server.name().value(), product)),
                            nodes.stream()
                                    .filter(node -> !node.name().equals(server.name()))
                                    .map(node -> Partner.of(node.name().value(), "")))
                    .toList();
        }

        /** Adds a finding at the value that gives the size of the cluster. */
        FindingBuilder faultAtSize(String message, FindingCollector findingCollector) {
            return cluster.nodes().isPresent()
                    ? findingCollector.fault(
                            INFO, server, "cluster.nodes", cluster.nodes().get(), message)
                    : findingCollector.fault(
                            INFO,
                            server,
                            "cluster",
                            cluster.name().orElseGet(() -> Located.of("", cluster.place())),
                            message);
        }
    }

    private static void check(ClusterNode clusterNode, Catalog catalog, FindingCollector findingCollector) {
        clusterNode
                .server()
                .windows()
                .ifPresent(windows -> windows.edition()
                        .ifPresentOrElse(
                                edition -> catalog.clusterSizes(windows.release(), edition.value())
                                        .forEach(size ->
                                                checkSize(clusterNode, windows, edition, size, findingCollector)),
                                () -> checkSize(clusterNode, windows, catalog, findingCollector)));
        clusterNode
                .server()
                .installation(Product.EXCHANGE)
                .ifPresent(
                        exchange -> catalog.clusterDenials(exchange.release()).forEach(denial -> {
                            checkEdition(clusterNode, exchange, denial, findingCollector);
                            checkRoles(clusterNode, exchange, denial, findingCollector);
                            checkComponents(clusterNode, exchange, denial, findingCollector);
                            checkMode(clusterNode, exchange, denial, findingCollector);
                        }));
        clusterNode.nodes().stream()
                .flatMap(node -> node.installation(Product.EXCHANGE).stream())
                .flatMap(exchange -> catalog.clusterDenials(exchange.release()).stream())
                .filter(ClusterDenial::mixedWindows)
                .findFirst()
                .ifPresent(denial -> checkMixture(clusterNode, denial, findingCollector));
    }

    private static void checkSize(
            ClusterNode clusterNode,
            Installation windows,
            Located<String> edition,
            ClusterSize size,
            FindingCollector findingCollector) {
        if (clusterNode.count() <= size.mostNodes()) {
            return;
        }
        String platform = "the " + edition.value() + " edition of " + windows.release();
        String message = size.mostNodes() == 0
                ? clusterNode.server().quoted() + " is a cluster node on " + platform
                        + ", which has no Cluster service."
                : clusterNode.server().quoted() + " is one of " + clusterNode.count() + " cluster nodes on " + platform
                        + ", which takes " + size.mostNodes() + " at the most.";
        FindingBuilder fault = clusterNode
                .faultAtSize(message, findingCollector)
                .related(edition, platform)
                .with(clusterNode.beside(platform));
        explain(fault, size.because(), size.instead(), size.evidence());
    }

    /** Reports a cluster of unknown edition that is too large for every edition. */
    private static void checkSize(
            ClusterNode clusterNode, Installation windows, Catalog catalog, FindingCollector findingCollector) {
        Release release = windows.release();
        largest(release, catalog)
                .filter(size -> clusterNode.count() > size.mostNodes())
                .ifPresent(size -> explain(
                        clusterNode
                                .faultAtSize(
                                        clusterNode.server().quoted() + " is one of " + clusterNode.count()
                                                + " cluster nodes on "
                                                + release + ", of which no edition takes more than " + size.mostNodes()
                                                + ".",
                                        findingCollector)
                                .related(windows.text(), windows.name())
                                .with(clusterNode.beside(release.name())),
                        size.because(),
                        size.instead(),
                        size.evidence()));
    }

    /** Empty if the catalog lacks an edition. */
    private static Optional<ClusterSize> largest(Release release, Catalog catalog) {
        List<ClusterSize> sizes = new ArrayList<>();
        for (String edition : release.editions()) {
            List<ClusterSize> known = catalog.clusterSizes(release, edition);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            sizes.addAll(known);
        }
        return sizes.stream().max(Comparator.comparingInt(ClusterSize::mostNodes));
    }

    private static void checkEdition(
            ClusterNode clusterNode, Installation exchange, ClusterDenial denial, FindingCollector findingCollector) {
        exchange.edition()
                .filter(edition -> denial.editions().contains(edition.value()))
                .ifPresent(edition -> explain(
                        findingCollector
                                .fault(
                                        INFO,
                                        clusterNode.server(),
                                        Product.EXCHANGE,
                                        edition,
                                        clusterNode.server().quoted() + " is a cluster node with the " + edition.value()
                                                + " edition of " + exchange.release() + ", which cannot be clustered.")
                                .related(clusterNode.cluster().place(), "the cluster comes from here")
                                .with(Partner.of(
                                        clusterNode.server().name().value(),
                                        exchange.release().name())),
                        denial));
    }

    private static void checkRoles(
            ClusterNode clusterNode, Installation exchange, ClusterDenial denial, FindingCollector findingCollector) {
        // A global catalog is a domain controller too: only the first of the two roles is reported.
        clusterNode.server().roles().stream()
                .filter(role -> denial.roles().contains(role.value()))
                .findFirst()
                .ifPresent(role -> explain(
                        findingCollector
                                .fault(
                                        INFO,
                                        clusterNode.server(),
                                        "roles." + role.value(),
                                        role,
                                        clusterNode.server().quoted() + " is a "
                                                + role.value().name() + " and a cluster node with " + exchange.release()
                                                + ", which is not supported.")
                                .related(clusterNode.cluster().place(), "the cluster comes from here")
                                .related(exchange.text(), exchange.name())
                                .with(Partner.of(
                                        clusterNode.server().name().value(),
                                        exchange.release().name())),
                        denial));
    }

    private static void checkComponents(
            ClusterNode clusterNode, Installation exchange, ClusterDenial denial, FindingCollector findingCollector) {
        for (Located<Term> component : clusterNode.server().components()) {
            if (denial.components().contains(component.value())) {
                explain(
                        findingCollector
                                .fault(
                                        INFO,
                                        clusterNode.server(),
                                        "components." + component.value(),
                                        component,
                                        clusterNode.server().quoted() + " is a cluster node with " + exchange.release()
                                                + " and " + component.value().name()
                                                + ", which does not work in a cluster.")
                                .related(clusterNode.cluster().place(), "the cluster comes from here")
                                .related(exchange.text(), exchange.name())
                                .with(Partner.of(
                                        clusterNode.server().name().value(),
                                        exchange.release().name())),
                        denial);
            }
        }
    }

    private static void checkMode(
            ClusterNode clusterNode, Installation exchange, ClusterDenial denial, FindingCollector findingCollector) {
        Optional<Located<ClusterMembership.Mode>> allActive =
                clusterNode.cluster().mode().filter(mode -> mode.value() == ClusterMembership.Mode.ACTIVE_ACTIVE);
        Optional<Integer> most = denial.activeActiveAbove().filter(above -> clusterNode.count() > above);
        if (allActive.isPresent() && most.isPresent()) {
            FindingBuilder fault = findingCollector.fault(
                    INFO,
                    clusterNode.server(),
                    "cluster.mode",
                    allActive.get(),
                    clusterNode.server().quoted() + " is one of " + clusterNode.count()
                            + " nodes of an active/active cluster with " + exchange.release() + ", which takes "
                            + most.get() + " at the most.");
            clusterNode.cluster().nodes().ifPresent(nodes -> fault.related(nodes, "the number of nodes"));
            explain(
                    fault.related(exchange.text(), exchange.name())
                            .with(clusterNode.beside(exchange.release().name())),
                    denial);
        }
    }

    /** Whichever node has the Exchange that forbids it, the nodes that differ from most are reported. */
    private static void checkMixture(ClusterNode clusterNode, ClusterDenial denial, FindingCollector findingCollector) {
        Optional<Installation> windows = clusterNode.server().windows();
        Optional<Server> majorityNode = majorityNode(clusterNode.nodes());
        if (windows.isEmpty() || majorityNode.isEmpty()) {
            return;
        }
        Installation others = majorityNode.get().windows().orElseThrow();
        if (!others.release().equals(windows.get().release())) {
            explain(
                    findingCollector
                            .fault(
                                    INFO,
                                    clusterNode.server(),
                                    Product.WINDOWS,
                                    windows.get().text(),
                                    clusterNode.server().quoted() + " runs "
                                            + windows.get().release() + " in a cluster with "
                                            + majorityNode.get().quoted() + ", which runs " + others.release() + ".")
                            .related(
                                    majorityNode.get().serverName(),
                                    others.text(),
                                    others.release().name())
                            .topic("cluster " + clusterNode.title() + " with several releases of Windows")
                            .with(clusterNode.nodes().stream()
                                    .flatMap(node -> node.windows().stream()
                                            .map(installed -> Partner.of(
                                                    node.name().value(),
                                                    installed.release().name())))
                                    .toList()),
                    denial);
        }
    }

    /** The first node with the most frequent Windows; the first of all on a tie. */
    private static Optional<Server> majorityNode(List<Server> nodes) {
        Map<Release, List<Server>> byWindows = new LinkedHashMap<>();
        for (Server node : nodes) {
            node.windows()
                    .ifPresent(windows -> byWindows
                            .computeIfAbsent(windows.release(), key -> new ArrayList<>())
                            .add(node));
        }
        Comparator<List<Server>> bySize = Comparator.comparingInt(List::size);
        return byWindows.values().stream()
                .reduce((first, next) -> bySize.compare(next, first) > 0 ? next : first)
                .map(servers -> servers.get(0));
    }

    private static void explain(FindingBuilder fault, ClusterDenial denial) {
        explain(fault, denial.because(), denial.instead(), denial.evidence());
    }

    private static void explain(FindingBuilder fault, String because, String instead, Evidence evidence) {
        fault.because(because).fix(instead).sources(evidence.citations()).doubtful(evidence.isRecalled());
    }
}
