package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What one server can become, as far as the rules about a single server and its upgrades allow, and how far each of that
 * is from what is wanted.
 */
final class ServerGraph implements Graph {
    private static final int MOST_NODES = 20_000;

    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final Map<List<Object>, Integer> ids = new HashMap<>();
    private final Law law;
    private final Options options;
    private final Optional<Server> wanted;
    private final boolean newMachines;
    private final long[] distances;

    /**
     * @param start empty if the server has to be added
     * @param wanted empty if it has to go
     * @param newMachines whether it may be set up anew under its name
     */
    ServerGraph(Optional<Server> start, Optional<Server> wanted, boolean newMachines, Options options, Law law) {
        this.law = law;
        this.options = options;
        this.wanted = wanted;
        this.newMachines = newMachines;
        node(new Node(start, false, start.filter(Mailboxes::fitOn).isPresent()));
        for (int i = 0; i < nodes.size() && nodes.size() < MOST_NODES; i++) {
            edges.add(edgesFrom(nodes.get(i)));
        }
        while (edges.size() < nodes.size()) {
            edges.add(List.of());
        }
        this.distances = distances();
    }

    @Override
    public Node node(int id) {
        return nodes.get(id);
    }

    @Override
    public List<Edge> edges(int id) {
        return edges.get(id);
    }

    @Override
    public long distance(int id) {
        return distances[id];
    }

    @Override
    public int receiving(int id) {
        Node node = nodes.get(id);
        return ids.getOrDefault(key(new Node(node.server(), node.backedUp(), true)), id);
    }

    private int node(Node node) {
        Integer known = ids.putIfAbsent(key(node), nodes.size());
        if (known == null) {
            nodes.add(node);
            if (node.takesMailboxes() && !node.mailboxes()) {
                node(new Node(node.server(), node.backedUp(), true));
            }
            return ids.getOrDefault(key(node), 0);
        }
        return known;
    }

    private static List<Object> key(Node node) {
        return List.of(node.server().map(Server::spec), node.backedUp(), node.mailboxes());
    }

    private List<Edge> edgesFrom(Node node) {
        List<Edge> found = new ArrayList<>();
        if (node.server().isEmpty()) {
            if (wanted.isPresent()) {
                Server added = wanted.get();
                if (law.allows(Set.of(), law.faults(added))) {
                    found.add(new Edge(
                            node(new Node(wanted, false, false)), 1, List.of(options.add(added)), false, false));
                }
            }
            return found;
        }
        Server server = node.server().get();
        if (wanted.isEmpty()) {
            leave(node, server, found);
        } else {
            change(node, server, wanted.get(), found);
        }
        return found;
    }

    private void leave(Node node, Server server, List<Edge> found) {
        // What goes may have to be brought to a level first beside which the others can come.
        options.improvements(server).forEach(act -> tryAct(node, server, act, 0, false, found));
        if (node.mailboxes()) {
            found.add(evacuation(node));
        } else {
            found.add(new Edge(
                    node(new Node(Optional.empty(), node.backedUp(), false)),
                    1,
                    List.of(options.decommission()),
                    false,
                    server.isDomainController()));
        }
    }

    private Edge evacuation(Node node) {
        return new Edge(node(new Node(node.server(), node.backedUp(), false)), 1, List.of(), true, false);
    }

    private void change(Node node, Server server, Server target, List<Edge> found) {
        Wishes wishes = new Wishes(server, target);
        if (wishes.areMet()) {
            return;
        }
        if (newMachines) {
            if (node.mailboxes()) {
                found.add(evacuation(node));
            } else {
                tryAct(node, server, options.reinstall(target), NEW_MACHINE, server.isDomainController(), found);
                // The old Exchange may have to be gone from all servers before the new one comes to the first.
                if (server.installation(Product.EXCHANGE).isPresent()) {
                    tryAct(node, server, options.remove(Product.EXCHANGE), NEW_MACHINE, false, found);
                }
            }
        }
        if (wishes.needNewMachine()) {
            return;
        }
        // What has to go goes first: nothing that follows is the worse for it.
        Optional<Act> first = options.firstToGo(wishes);
        if (first.isPresent()) {
            boolean uninstallsExchange = wishes.unwanted().equals(List.of(Product.EXCHANGE));
            if (uninstallsExchange && node.mailboxes()) {
                found.add(evacuation(node));
            } else {
                tryAct(node, server, first.get(), 0, false, found);
            }
            // On a machine that is set up anew later it need not go before.
            if (!newMachines) {
                return;
            }
        }
        List<Act> possible = options.products(wishes);
        possible.forEach(act -> tryAct(node, server, act, 0, false, found));
        if (first.isEmpty() && wishes.productsAreMet()) {
            options.nextToEnable(wishes).ifPresent(act -> tryAct(node, server, act, 0, false, found));
        }
    }

    private void tryAct(Node node, Server server, Act act, long extra, boolean takesMachineAway, List<Edge> found) {
        EstateSimulation estateSimulation = new EstateSimulation(new Estate(List.of(server), List.of(), List.of()));
        String name = server.name().value();
        boolean saves = act.kind() == Act.Kind.UPGRADE && !node.backedUp() && options.needsBackup(act, name);
        if (node.backedUp() || saves) {
            estateSimulation.assumeBackup(name);
        }
        Transition transition = estateSimulation.play(act.step().apply(name));
        Optional<Server> after = transition.after();
        if (!transition.idle().isEmpty()
                || after.isEmpty()
                || !law.allows(transition)
                || !law.allows(law.faults(server), law.faults(after.get()))) {
            return;
        }
        boolean kept = act.kind() != Act.Kind.REINSTALL;
        boolean mailboxes = kept && node.mailboxes() && Mailboxes.fitOn(after.get());
        int to = node(new Node(after, kept && (node.backedUp() || saves), mailboxes));
        List<Act> acts = saves ? List.of(options.backUp(), act) : List.of(act);
        found.add(new Edge(to, acts.size() + extra, acts, false, takesMachineAway));
    }

    /** The cost of the shortest way from each node to one that is wanted. */
    private long[] distances() {
        long[] cost = new long[nodes.size()];
        Arrays.fill(cost, NO_WAY);
        List<List<int[]>> back = new ArrayList<>();
        nodes.forEach(node -> back.add(new ArrayList<>()));
        for (int from = 0; from < nodes.size(); from++) {
            List<Edge> out = edges.get(from);
            for (int i = 0; i < out.size(); i++) {
                back.get(out.get(i).to()).add(new int[] {from, i});
            }
        }
        PriorityQueue<long[]> next = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        for (int i = 0; i < nodes.size(); i++) {
            if (isWanted(nodes.get(i))) {
                cost[i] = 0;
                next.add(new long[] {0, i});
            }
        }
        while (!next.isEmpty()) {
            long[] at = next.remove();
            int node = (int) at[1];
            if (at[0] > cost[node]) {
                continue;
            }
            for (int[] edge : back.get(node)) {
                long longer = at[0] + edges.get(edge[0]).get(edge[1]).cost();
                if (longer < cost[edge[0]]) {
                    cost[edge[0]] = longer;
                    next.add(new long[] {longer, edge[0]});
                }
            }
        }
        return cost;
    }

    private boolean isWanted(Node node) {
        return node.server().isPresent() == wanted.isPresent()
                && (wanted.isEmpty()
                        ? !node.mailboxes()
                        : new Wishes(node.server().orElseThrow(), wanted.get()).areMet());
    }
}
