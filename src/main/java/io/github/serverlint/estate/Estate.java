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
    /** Whether that was seen when it was put together; if not, it may be so all the same. */
    private final boolean inOrderOfNames;

    private final Map<String, Forest> byName = new HashMap<>();
    /** Where a server stands that names none; empty where there are several. */
    private final Optional<Forest> only;

    // Found when somebody asks.
    private volatile @Nullable List<Alike> alike;
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> members;
    private volatile @Nullable IdentityHashMap<Forest, List<Server>> domainControllers;

    /**
     * An estate of things whose names do not repeat.
     *
     * @param servers in reading order, or in that of their names
     */
    public Estate(List<Server> servers, List<Forest> forests, List<Migration> migrations) {
        this(List.copyOf(servers), null, false, forests, migrations);
    }

    private Estate(
            List<Server> servers,
            @Nullable List<Alike> alike,
            boolean inOrderOfNames,
            List<Forest> forests,
            List<Migration> migrations) {
        this.servers = servers;
        this.alike = alike;
        this.inOrderOfNames = inOrderOfNames;
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

    /** All servers, those together that are known to be alike. */
    public List<Alike> alike() {
        List<Alike> known = alike;
        if (known == null) {
            known = Alike.of(servers);
            alike = known;
        }
        return known;
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
            boolean some = alike().stream().anyMatch(group -> group.first().isDomainController());
            known = byForest(
                    some ? servers.stream().filter(Server::isDomainController).toList() : List.of());
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
        return inOrderOfNames || isInOrderOfNames(servers)
                ? this
                : new Estate(
                        servers.stream()
                                .sorted(Comparator.comparing(Server::foldedName))
                                .toList(),
                        forests,
                        migrations);
    }

    private static boolean isInOrderOfNames(List<Server> servers) {
        String last = "";
        for (Server server : servers) {
            String name = server.foldedName();
            if (last.compareTo(name) > 0) {
                return false;
            }
            last = name;
        }
        return true;
    }

    /**
     * Puts an estate together. All that takes a look at every server is done here at once: of a large estate each further
     * look would cost more than what is done with it.
     */
    public static final class Builder {
        private final Map<String, Server> byName;
        private final List<Server> servers;
        private final Alike.Groups groups = new Alike.Groups();
        private String last = "";
        private boolean inOrderOfNames = true;

        /** @param expected about how many servers there will be */
        public Builder(int expected) {
            this.byName = new HashMap<>(2 * expected);
            this.servers = new ArrayList<>(expected);
        }

        /** Adds a server, or gives the one that has its name already. */
        public Optional<Server> add(Server server) {
            String name = server.foldedName();
            Server earlier = byName.putIfAbsent(name, server);
            if (earlier != null) {
                return Optional.of(earlier);
            }
            servers.add(server);
            groups.add(server);
            inOrderOfNames &= last.compareTo(name) <= 0;
            last = name;
            return Optional.empty();
        }

        /** The estate of the servers so far. */
        public Estate build(List<Forest> forests, List<Migration> migrations) {
            return new Estate(List.copyOf(servers), groups.groups(), inOrderOfNames, forests, migrations);
        }
    }

    /** Names of machines and domains are the same in any case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
