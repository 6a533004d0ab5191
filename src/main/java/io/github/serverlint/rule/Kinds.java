package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.transition.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which servers of an estate are alike. A large estate has many servers and few kinds of them, and whether a rule has
 * anything to say depends on what kinds there are and not on how many servers are of each: so the rules look at one of
 * each kind first, and at all servers only where something is wrong.
 *
 * @param ofServers the first server of the kind of each server, in their order
 * @param sample an estate of these
 */
record Kinds(List<Server> ofServers, Estate sample) {

    static Kinds of(Estate estate) {
        List<Server> ofServers = new ArrayList<>(estate.servers().size());
        Map<Object, Server> firstOfKind = new LinkedHashMap<>();
        IdentityHashMap<Server, Server> firstLikeModel = new IdentityHashMap<>();
        for (Server server : estate.servers()) {
            Server first = firstLikeModel.get(server.model());
            if (first == null) {
                first = Objects.requireNonNullElse(firstOfKind.putIfAbsent(Profile.key(server), server), server);
                firstLikeModel.put(server.model(), first);
            }
            ofServers.add(first);
        }
        return new Kinds(
                ofServers, new Estate(List.copyOf(firstOfKind.values()), estate.forests(), estate.migrations()));
    }

    /** The servers of the kinds of which something is to be said, in their order. */
    List<Server> faulty(Estate estate, Predicate<Server> isSaid) {
        Set<Server> faulty = Collections.newSetFromMap(new IdentityHashMap<>());
        sample.servers().stream().filter(isSaid).forEach(faulty::add);
        List<Server> servers = new ArrayList<>();
        if (!faulty.isEmpty()) {
            for (int i = 0; i < ofServers.size(); i++) {
                if (faulty.contains(ofServers.get(i))) {
                    servers.add(estate.servers().get(i));
                }
            }
        }
        return servers;
    }
}
