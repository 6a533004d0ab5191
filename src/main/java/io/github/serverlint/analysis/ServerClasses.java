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
 * Equivalence classes of the servers of an estate, by equal specs. A large estate has many servers and few classes, and
 * whether a rule reports anything depends on the classes and not on their sizes: so rules check one server of each
 * class first, and all servers only of classes with findings.
 */
record ServerClasses(Collection<List<Server>> classes) {

    static ServerClasses of(List<Server> servers) {
        Map<ServerSpec, List<Server>> classes = new LinkedHashMap<>();
        for (Server server : servers) {
            classes.computeIfAbsent(server.spec(), key -> new ArrayList<>()).add(server);
        }
        return new ServerClasses(classes.values());
    }

    /** An estate with one server of each class, or with as many as differ in a forest: one for each of the candidates. */
    Estate sample(Estate estate) {
        return new Estate(
                classes.stream()
                        .flatMap(servers -> servers.stream().limit(waysOf(servers.get(0))))
                        .toList(),
                estate.forests(),
                estate.migrations());
    }

    private static long waysOf(Server server) {
        return server.forestView().candidates().values().stream()
                .mapToLong(open -> open.installed().size())
                .reduce(1, (a, b) -> a * b);
    }

    /** The servers of the classes with findings. */
    List<Server> withFindings(Predicate<Server> hasFindings) {
        return classes.stream()
                .filter(servers -> hasFindings.test(servers.get(0)))
                .flatMap(List::stream)
                .toList();
    }
}
