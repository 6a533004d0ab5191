package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.plan.Action.ActionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * State space of one server: the states that the rules about a single server and its upgrades allow, with their
 * distances to the target.
 */
final class ServerStateSpace extends StateSpace {
    private static final int MOST_NODES = 20_000;

    private final Map<List<Object>, Integer> ids = new HashMap<>();
    private final PlanConstraints planConstraints;
    private final CandidateSteps candidateSteps;
    private final Optional<Server> wanted;
    private final boolean newMachines;
    private final long[] distances;

    /**
     * @param start empty if the server has to be added
     * @param wanted empty if it has to be decommissioned
     * @param newMachines whether it may be reinstalled under its name
     */
    ServerStateSpace(
            Optional<Server> start,
            Optional<Server> wanted,
            boolean newMachines,
            CandidateSteps candidateSteps,
            PlanConstraints planConstraints) {
        this.planConstraints = planConstraints;
        this.candidateSteps = candidateSteps;
        this.wanted = wanted;
        this.newMachines = newMachines;
        node(new ServerState(
                start, false, start.filter(MailboxLocations::canHold).isPresent()));
        for (int i = 0; i < nodes.size() && nodes.size() < MOST_NODES; i++) {
            edges.add(edgesFrom(nodes.get(i)));
        }
        while (edges.size() < nodes.size()) {
            edges.add(List.of());
        }
        this.distances = distances();
    }

    @Override
    long distance(int id) {
        return distances[id];
    }

    @Override
    int receiving(int id) {
        return ids.getOrDefault(key(nodes.get(id).holding(true)), id);
    }

    private int node(ServerState serverState) {
        Integer known = ids.putIfAbsent(key(serverState), nodes.size());
        if (known != null) {
            return known;
        }
        int id = nodes.size();
        nodes.add(serverState);
        if (serverState.takesMailboxes() && !serverState.mailboxes()) {
            node(serverState.holding(true));
        }
        return id;
    }

    private static List<Object> key(ServerState serverState) {
        return List.of(serverState.server().map(Server::spec), serverState.backedUp(), serverState.mailboxes());
    }

    private List<Edge> edgesFrom(ServerState serverState) {
        List<Edge> found = new ArrayList<>();
        if (serverState.server().isPresent()) {
            Server server = serverState.server().get();
            wanted.ifPresentOrElse(
                    target -> change(serverState, server, target, found), () -> leave(serverState, server, found));
        } else if (wanted.isPresent() && planConstraints.allows(Set.of(), planConstraints.faults(wanted.get()))) {
            int added = node(new ServerState(wanted, false, false));
            found.add(new Edge(added, 1, List.of(candidateSteps.add(wanted.get())), false));
        }
        return found;
    }

    private void leave(ServerState serverState, Server server, List<Edge> found) {
        // A server to be decommissioned may need an upgrade first, so that it can coexist with the new ones.
        candidateSteps.improvements(server).forEach(action -> tryAction(serverState, server, action, 0, found));
        if (serverState.mailboxes()) {
            found.add(evacuation(serverState));
        } else {
            int gone = node(new ServerState(Optional.empty(), serverState.backedUp(), false));
            found.add(new Edge(gone, 1, List.of(candidateSteps.decommission()), server.isDomainController()));
        }
    }

    private Edge evacuation(ServerState serverState) {
        return Edge.evacuation(node(serverState.holding(false)));
    }

    private void change(ServerState serverState, Server server, Server target, List<Edge> found) {
        GoalDiff goalDiff = new GoalDiff(server, target);
        if (goalDiff.isMet()) {
            return;
        }
        if (newMachines && serverState.mailboxes()) {
            found.add(evacuation(serverState));
        } else if (newMachines) {
            tryAction(serverState, server, candidateSteps.reinstall(target), NEW_MACHINE, found);
            // The old Exchange may have to be removed from all servers before the new one is installed on the first.
            if (server.installation(Product.EXCHANGE).isPresent()) {
                tryAction(serverState, server, candidateSteps.remove(Product.EXCHANGE), NEW_MACHINE, found);
            }
        }
        if (goalDiff.needsNewMachine()) {
            return;
        }
        // Removals come first: they never make a later step worse.
        Optional<Action> first = candidateSteps.nextRemoval(goalDiff);
        if (first.isPresent()) {
            boolean uninstallsExchange = goalDiff.unwanted().equals(List.of(Product.EXCHANGE));
            if (uninstallsExchange && serverState.mailboxes()) {
                found.add(evacuation(serverState));
            } else {
                tryAction(serverState, server, first.get(), 0, found);
            }
            // A machine that is reinstalled later needs no removals before.
            if (!newMachines) {
                return;
            }
        }
        List<Action> possible = candidateSteps.products(goalDiff);
        if (first.isEmpty() && goalDiff.areProductsMet()) {
            candidateSteps.nextFeature(goalDiff).ifPresent(possible::add);
        }
        possible.forEach(action -> tryAction(serverState, server, action, 0, found));
    }

    /** @param extra the cost beyond that of the steps */
    private void tryAction(ServerState serverState, Server server, Action action, long extra, List<Edge> found) {
        EstateSimulation estateSimulation = new EstateSimulation(new Estate(List.of(server), List.of(), List.of()));
        String name = server.name().value();
        boolean saves = action.kind() == ActionKind.UPGRADE
                && !serverState.backedUp()
                && candidateSteps.needsBackup(action, name);
        if (serverState.backedUp() || saves) {
            estateSimulation.markBackedUp(name);
        }
        Transition transition = estateSimulation.apply(action.step().apply(name));
        Optional<Server> after = transition.after();
        if (!transition.noEffectReason().isEmpty()
                || after.isEmpty()
                || !planConstraints.allows(transition)
                || !planConstraints.allows(planConstraints.faults(server), planConstraints.faults(after.get()))) {
            return;
        }
        boolean kept = action.kind() != ActionKind.REINSTALL;
        boolean mailboxes = kept && serverState.mailboxes() && MailboxLocations.canHold(after.get());
        int to = node(new ServerState(after, kept && (serverState.backedUp() || saves), mailboxes));
        List<Action> actions = saves ? List.of(candidateSteps.backUp(), action) : List.of(action);
        found.add(new Edge(to, actions.size() + extra, actions, !kept && server.isDomainController()));
    }

    /** The cost of the shortest path from each node to a target node (Dijkstra's algorithm on reversed edges). */
    private long[] distances() {
        long[] cost = new long[nodes.size()];
        Arrays.fill(cost, UNREACHABLE);
        List<List<int[]>> back = new ArrayList<>();
        nodes.forEach(serverState -> back.add(new ArrayList<>()));
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

    private boolean isWanted(ServerState serverState) {
        return serverState.server().isPresent() == wanted.isPresent()
                && (wanted.isEmpty()
                        ? !serverState.mailboxes()
                        : new GoalDiff(serverState.server().orElseThrow(), wanted.get()).isMet());
    }
}
