package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.transition.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which servers of an estate are alike. A large estate has many servers and few kinds of them, and whether a rule has
 * anything to say depends on what kinds there are and not on how many servers are of each: so the rules look at one of
 * each kind first, and at all servers only where something is wrong.
 *
 * @param ofServers the kind of each server, in their order
 * @param first the first server of each kind
 * @param sample an estate of these
 */
record Kinds(List<Object> ofServers, Map<Object, Server> first, Estate sample) {

    static Kinds of(Estate estate) {
        List<Object> ofServers =
                estate.servers().parallelStream().map(Profile::key).toList();
        Map<Object, Server> first = new LinkedHashMap<>();
        for (int i = 0; i < ofServers.size(); i++) {
            first.putIfAbsent(ofServers.get(i), estate.servers().get(i));
        }
        return new Kinds(
                ofServers, first, new Estate(List.copyOf(first.values()), estate.forests(), estate.migrations()));
    }

    /** The kinds of which something is to be said. */
    Set<Object> faulty(Predicate<Server> isSaid) {
        Set<Object> faulty = new HashSet<>();
        first.forEach((kind, server) -> {
            if (isSaid.test(server)) {
                faulty.add(kind);
            }
        });
        return faulty;
    }

    /** The servers of some kinds, in their order. */
    List<Server> serversOf(Set<Object> kinds, Estate estate) {
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < ofServers.size(); i++) {
            if (kinds.contains(ofServers.get(i))) {
                servers.add(estate.servers().get(i));
            }
        }
        return servers;
    }
}
