package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The servers of an estate in classes of equal specs. A large estate has many servers and few classes, and whether a rule
 * has anything to say depends on what classes there are and not on how many servers are in each: so the rules look at one
 * of each class first, and at all servers only where something is wrong.
 */
record ServerClasses(Collection<List<Server>> classes) {

    static ServerClasses of(List<Server> servers) {
        Map<ServerSpec, List<Server>> classes = new LinkedHashMap<>();
        for (Server server : servers) {
            classes.computeIfAbsent(server.spec(), key -> new ArrayList<>()).add(server);
        }
        return new ServerClasses(classes.values());
    }

    /** An estate with one server of each class. */
    Estate sample(Estate estate) {
        return new Estate(
                classes.stream().map(servers -> servers.get(0)).toList(), estate.forests(), estate.migrations());
    }

    /** The servers of the classes of which something is to be said. */
    List<Server> faulty(Predicate<Server> isSaid) {
        return classes.stream()
                .filter(servers -> isSaid.test(servers.get(0)))
                .flatMap(List::stream)
                .toList();
    }
}
