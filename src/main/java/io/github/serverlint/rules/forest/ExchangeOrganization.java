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
 * Exchange organization of a forest: all its Exchange servers, since a forest has at most one organization.
 *
 * @param byRelease the servers by release, oldest release first
 */
record ExchangeOrganization(Forest forest, Map<Release, List<Member>> byRelease) {

    /** Server with its Exchange. */
    record Member(Server server, Installation exchange) {}

    /** The organizations of an estate, without edge servers, which are not in the directory. */
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
