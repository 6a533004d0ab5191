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
    private static final Comparator<Server> BY_NAME =
            Comparator.comparing(server -> folded(server.name().value()));

    private final List<Server> servers;
    private final List<Forest> forests;
    private final List<Migration> migrations;
    private final IdentityHashMap<Server, Forest> forestOf = new IdentityHashMap<>();
    private final IdentityHashMap<Forest, List<Server>> members = new IdentityHashMap<>();
    private final IdentityHashMap<Forest, List<Server>> domainControllers = new IdentityHashMap<>();

    /**
     * An estate of things whose names do not repeat.
     *
     * @param servers in reading order
     */
    public Estate(List<Server> servers, List<Forest> forests, List<Migration> migrations) {
        this.servers = List.copyOf(servers);
        this.forests = List.copyOf(forests);
        this.migrations = List.copyOf(migrations);
        Map<String, Forest> byName = new HashMap<>();
        forests.forEach(forest -> forest.name().ifPresent(name -> byName.put(folded(name.value()), forest)));
        for (Server server : servers) {
            forestFor(server, byName).ifPresent(forest -> {
                forestOf.put(server, forest);
                members.computeIfAbsent(forest, key -> new ArrayList<>()).add(server);
                if (server.isDomainController()) {
                    domainControllers
                            .computeIfAbsent(forest, key -> new ArrayList<>())
                            .add(server);
                }
            });
        }
    }

    /** A server that names no forest stands in the only one there is; where there are several, nobody knows. */
    private Optional<Forest> forestFor(Server server, Map<String, Forest> byName) {
        if (server.forest().isPresent()) {
            return Optional.ofNullable(byName.get(folded(server.forest().get().value())));
        }
        return switch (forests.size()) {
            case 0 -> Optional.of(Forest.UNNAMED);
            case 1 -> Optional.of(forests.get(0));
            default -> Optional.empty();
        };
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

    /** Empty if the definitions do not tell. */
    public Optional<Forest> forestOf(Server server) {
        return Optional.ofNullable(forestOf.get(server));
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
        for (int i = 1; i < servers.size(); i++) {
            if (BY_NAME.compare(servers.get(i - 1), servers.get(i)) > 0) {
                return new Estate(servers.stream().sorted(BY_NAME).toList(), forests, migrations);
            }
        }
        return this;
    }

    /** Names of machines and domains are the same in any case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
