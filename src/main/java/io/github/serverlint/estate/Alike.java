package io.github.serverlint.estate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Servers of an estate that are known to be the same in all but their names and places: of whom nothing is to be said if
 * nothing is to be said of one. A large estate has many servers and few of these groups, so whoever looks at the groups
 * first need not look at most servers at all.
 */
public final class Alike {
    private final List<Server> servers = new ArrayList<>(1);
    private Server first;

    private Alike(Server server) {
        this.first = server;
    }

    /** Groups that grow while servers are added. */
    static final class Groups {
        private final IdentityHashMap<Server, Alike> byModel = new IdentityHashMap<>();
        private final List<Alike> groups = new ArrayList<>();

        void add(Server server) {
            Alike group = byModel.get(server.model());
            if (group == null) {
                group = new Alike(server);
                byModel.put(server.model(), group);
                groups.add(group);
            }
            group.add(server);
        }

        /** Those so far, in the order of the servers that came first. */
        List<Alike> groups() {
            return List.copyOf(groups);
        }
    }

    static List<Alike> of(Collection<Server> servers) {
        Groups groups = new Groups();
        servers.forEach(groups::add);
        return groups.groups();
    }

    private void add(Server server) {
        servers.add(server);
        if (server.foldedName().compareTo(first.foldedName()) < 0) {
            first = server;
        }
    }

    /** The first of them by name, which is the same wherever they are written. */
    public Server first() {
        return first;
    }

    /** All but the first by name, in the order of the estate. */
    @SuppressWarnings("ReferenceEquality")
    public List<Server> others() {
        return servers.stream().filter(server -> server != first).toList();
    }

    /** All of them, in the order of the estate. */
    public List<Server> servers() {
        return Collections.unmodifiableList(servers);
    }
}
