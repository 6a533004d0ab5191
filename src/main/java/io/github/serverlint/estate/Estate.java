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

/** Servers, forests and migrations of all definitions of a run; names are resolved across files. */
public final class Estate {
    private final List<Server> servers;
    private final List<Forest> forests;
    private final List<Migration> migrations;

    private final Map<String, Forest> byName = new HashMap<>();
    /** Forest of the servers that name none; empty if there are several. */
    private final Optional<Forest> defaultForest;

    // Computed on first use.
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> members;
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> domainControllers;

    /**
     * Creates an estate; names have to be unique.
     *
     * @param servers in reading order, or sorted by name
     */
    public Estate(List<Server> servers, List<Forest> forests, List<Migration> migrations) {
        this.servers = List.copyOf(servers);
        this.forests = List.copyOf(forests);
        this.migrations = List.copyOf(migrations);
        this.defaultForest = forests.size() > 1
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
     * The forest of one of the servers; a server that names none belongs to the only forest. Empty if that is ambiguous
     * because there are several.
     */
    public Optional<Forest> forestOf(Server server) {
        Optional<String> named = server.spec().forest();
        return named.isPresent() ? Optional.ofNullable(byName.get(named.get())) : defaultForest;
    }

    /** The servers of a forest, in the order of the estate. */
    public List<Server> serversIn(Forest forest) {
        IdentityHashMap<Forest, List<Server>> cached = members;
        if (cached == null) {
            cached = byForest(servers);
            members = cached;
        }
        return Collections.unmodifiableList(cached.getOrDefault(forest, List.of()));
    }

    /** The domain controllers of a forest, in the order of the estate. */
    public List<Server> domainControllersOf(Forest forest) {
        IdentityHashMap<Forest, List<Server>> cached = domainControllers;
        if (cached == null) {
            cached =
                    byForest(servers.stream().filter(Server::isDomainController).toList());
            domainControllers = cached;
        }
        return Collections.unmodifiableList(cached.getOrDefault(forest, List.of()));
    }

    private IdentityHashMap<Forest, List<Server>> byForest(Collection<Server> selected) {
        IdentityHashMap<Forest, List<Server>> byForest = new IdentityHashMap<>();
        for (Server server : selected) {
            forestOf(server)
                    .ifPresent(forest -> byForest.computeIfAbsent(forest, key -> new ArrayList<>())
                            .add(server));
        }
        return byForest;
    }

    /**
     * The same estate with its servers sorted by name, so that the first of several servers is the same one whatever
     * the order of the files.
     */
    public Estate sortedByName() {
        return new Estate(
                servers.stream()
                        .sorted(Comparator.comparing(Server::foldedName))
                        .toList(),
                forests,
                migrations);
    }

    /** Normalizes the name of a machine or a domain; their case is ignored. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
