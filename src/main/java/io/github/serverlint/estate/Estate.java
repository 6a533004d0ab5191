package io.github.serverlint.estate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that the definitions of one run describe: names reach across files. */
public final class Estate {
    private final List<Server> servers;
    private final List<Forest> forests;
    private final List<Migration> migrations;
    private final Map<String, Forest> byName = new HashMap<>();
    /** Where a server stands that names none; empty where there are several. */
    private final Optional<Forest> only;

    private final IdentityHashMap<Forest, List<Server>> members = new IdentityHashMap<>();
    private final IdentityHashMap<Forest, List<Server>> domainControllers = new IdentityHashMap<>();

    /**
     * An estate of things whose names do not repeat.
     *
     * @param servers in reading order, or in that of their names
     */
    public Estate(List<Server> servers, List<Forest> forests, List<Migration> migrations) {
        this.servers = List.copyOf(servers);
        this.forests = List.copyOf(forests);
        this.migrations = List.copyOf(migrations);
        this.only = forests.size() > 1
                ? Optional.empty()
                : Optional.of(forests.isEmpty() ? Forest.UNNAMED : forests.get(0));
        forests.forEach(forest -> forest.name().ifPresent(name -> byName.put(folded(name.value()), forest)));
        for (Server server : servers) {
            forestOf(server).ifPresent(forest -> {
                members.computeIfAbsent(forest, key -> new ArrayList<>()).add(server);
                if (server.isDomainController()) {
                    domainControllers
                            .computeIfAbsent(forest, key -> new ArrayList<>())
                            .add(server);
                }
            });
        }
    }

    public List<Server> servers() {
        return servers;
    }

    public List<Forest> forests() {
        return forests;
    }

    public List<Migration> migrations() {
        return migrations;
    }

    /**
     * The forest of one of the servers: one that names none stands in the only one there is. Empty if the definitions do
     * not tell, since there are several.
     */
    public Optional<Forest> forestOf(Server server) {
        Optional<String> named = server.forestName();
        if (named.isPresent()) {
            return Optional.ofNullable(byName.get(folded(named.get())));
        }
        return only;
    }

    /** The servers of a forest, in the order of all. */
    public List<Server> serversIn(Forest forest) {
        return Collections.unmodifiableList(members.getOrDefault(forest, List.of()));
    }

    /** The domain controllers of a forest, in the order of all. */
    public List<Server> domainControllersOf(Forest forest) {
        return Collections.unmodifiableList(domainControllers.getOrDefault(forest, List.of()));
    }

    /**
     * The same estate with its servers in the order of their names. Where one of several stands for all of them, it is then
     * the same one wherever they are written.
     */
    public Estate inOrderOfNames() {
        String last = "";
        for (Server server : servers) {
            String name = server.foldedName();
            if (last.compareTo(name) > 0) {
                return new Estate(
                        servers.stream()
                                .sorted(Comparator.comparing(Server::foldedName))
                                .toList(),
                        forests,
                        migrations);
            }
            last = name;
        }
        return this;
    }

    /** Names of machines and domains are the same in any case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
