package io.github.serverlint.estate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the definitions of one run describe: names reach across files. */
public final class Estate {
    private final List<Server> servers;
    private final List<Forest> forests;
    private final List<Migration> migrations;

    private final Map<String, Forest> byName = new HashMap<>();
    /** Where a server stands that names none; empty where there are several. */
    private final Optional<Forest> only;

    // Found when somebody asks.
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> members;
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> domainControllers;

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
        Optional<String> named = server.spec().forest();
        return named.isPresent() ? Optional.ofNullable(byName.get(named.get())) : only;
    }

    /** The servers of a forest, in the order of all. */
    public List<Server> serversIn(Forest forest) {
        IdentityHashMap<Forest, List<Server>> known = members;
        if (known == null) {
            known = byForest(servers);
            members = known;
        }
        return Collections.unmodifiableList(known.getOrDefault(forest, List.of()));
    }

    /** The domain controllers of a forest, in the order of all. */
    public List<Server> domainControllersOf(Forest forest) {
        IdentityHashMap<Forest, List<Server>> known = domainControllers;
        if (known == null) {
            known = byForest(servers.stream().filter(Server::isDomainController).toList());
            domainControllers = known;
        }
        return Collections.unmodifiableList(known.getOrDefault(forest, List.of()));
    }

    private IdentityHashMap<Forest, List<Server>> byForest(Collection<Server> some) {
        IdentityHashMap<Forest, List<Server>> byForest = new IdentityHashMap<>();
        for (Server server : some) {
            forestOf(server)
                    .ifPresent(forest -> byForest.computeIfAbsent(forest, key -> new ArrayList<>())
                            .add(server));
        }
        return byForest;
    }

    /**
     * The same estate with its servers in the order of their names. Where one of several stands for all of them, it is then
     * the same one wherever they are written.
     */
    public Estate inOrderOfNames() {
        return new Estate(
                servers.stream()
                        .sorted(Comparator.comparing(Server::foldedName))
                        .toList(),
                forests,
                migrations);
    }

    /** Names of machines and domains are the same in any case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
