package io.github.serverlint.estate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of an estate while it is put together. All that takes a look at every server is done here at once: of a
 * large estate each further look would cost more than what is done with it.
 */
public final class Roster {
    private final Map<String, Server> byName;
    private final List<Server> servers;
    private final Alike.Groups groups = new Alike.Groups();
    private String last = "";
    private boolean inOrderOfNames = true;

    /** @param expected about how many servers there will be */
    public Roster(int expected) {
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

    List<Server> servers() {
        return Collections.unmodifiableList(servers);
    }

    List<Alike> alike() {
        return groups.groups();
    }

    boolean isInOrderOfNames() {
        return inOrderOfNames;
    }
}
