package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Exchange servers of a forest. A forest holds one organization at the most, so they all live together.
 *
 * @param byRelease in the order of their names, by release, oldest first
 */
record ExchangeOrganization(Forest forest, Map<Release, List<Member>> byRelease) {

    /** An Exchange server; its levels and places are those of its Exchange. */
    record Member(Server server, Installation exchange) {}

    /** The organizations of an estate. Edge servers belong to none: they are not in the directory. */
    static List<ExchangeOrganization> of(Estate estate) {
        List<Forest> forests = new ArrayList<>(estate.forests());
        forests.add(Forest.UNNAMED);
        return forests.stream()
                .map(forest -> of(forest, estate.serversIn(forest)))
                .filter(exchangeOrganization ->
                        !exchangeOrganization.byRelease().isEmpty())
                .toList();
    }

    private static ExchangeOrganization of(Forest forest, List<Server> servers) {
        Map<Release, List<Member>> byRelease = new TreeMap<>(Comparator.comparingInt(Release::rank));
        servers.stream()
                .filter(server -> !server.isEdgeTransport())
                .forEach(server -> server.installation(Product.EXCHANGE)
                        .ifPresent(exchange -> byRelease
                                .computeIfAbsent(exchange.release(), key -> new ArrayList<>())
                                .add(new Member(server, exchange))));
        return new ExchangeOrganization(forest, byRelease);
    }

    List<Member> members() {
        return byRelease.values().stream().flatMap(List::stream).toList();
    }
}
