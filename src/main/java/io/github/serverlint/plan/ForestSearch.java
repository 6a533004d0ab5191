package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.plan.SearchNode.Move;
import io.github.serverlint.plan.SearchNode.SearchState;
import io.github.serverlint.plan.StateSpace.Edge;
import io.github.serverlint.plan.StateSpace.ServerState;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Best-first search (A*) over the joint states of the servers of a forest. The heuristic is the sum of each server's
 * own minimum remaining cost. On equal cost the node that has come farthest is expanded first, and continues with the
 * same server.
 */
final class ForestSearch {
    private static final long NODES_AT_MOST = 1_000_000;

    private final List<PlanUnit> units;
    private final ForestActions forestActions;
    private final PlanConstraints planConstraints;
    private final int budget;
    private final int weight;
    private final Map<Long, Optional<Server>> servers = new HashMap<>();
    private int visited;
    private int found;

    /**
     * @param budget the maximum number of states to visit
     * @param weight as in {@link SearchNode#bestFirst}
     */
    ForestSearch(
            List<PlanUnit> units,
            ForestActions forestActions,
            PlanConstraints planConstraints,
            int budget,
            int weight) {
        this.weight = weight;
        this.units = units;
        this.forestActions = forestActions;
        this.planConstraints = planConstraints;
        this.budget = budget;
    }

    /** Whether the result is proven: optimal if one was found, or that none exists. */
    boolean wasComplete() {
        return visited < budget && weight == 1;
    }

    /** The moves of the cheapest plan; empty if none was found. */
    Optional<List<Move>> search() {
        PriorityQueue<SearchNode> open = new PriorityQueue<>(SearchNode.bestFirst(weight));
        Map<SearchState, Set<String>> accepted = new HashMap<>();
        SearchState begin = SearchState.start(units.size());
        SearchNode start = SearchNode.start(begin, left(begin));
        visited = 0;
        if (start.left() == 0) {
            return Optional.of(List.of());
        }
        accepted.put(begin, planConstraints.faults(estate(begin)));
        next(start).forEach(open::add);
        while (!open.isEmpty() && visited < budget) {
            RunMonitor.checkInterrupted();
            SearchNode node = open.remove();
            if (accepted.containsKey(node.state())) {
                continue;
            }
            visited++;
            Set<String> before = accepted.getOrDefault(node.before().state(), Set.of());
            Optional<Set<String>> faults = planConstraints.faults(estate(node.state()), before);
            if (faults.isEmpty()) {
                continue;
            }
            accepted.put(node.state(), faults.get());
            if (node.left() == 0) {
                return Optional.of(node.moves());
            }
            next(node).forEach(open::add);
        }
        return Optional.empty();
    }

    private long left(SearchState state) {
        long left = forestActions.left(state.directory());
        for (int unit = 0; unit < units.size(); unit++) {
            long distance = stateSpace(unit).distance(state.node(unit));
            if (distance >= StateSpace.UNREACHABLE) {
                return StateSpace.UNREACHABLE;
            }
            left += distance * units.get(unit).size();
        }
        return left;
    }

    private StateSpace stateSpace(int unit) {
        return units.get(unit).stateSpace();
    }

    private ServerState node(SearchState state, int unit) {
        return stateSpace(unit).nodes.get(state.node(unit));
    }

    private List<SearchNode> next(SearchNode node) {
        List<SearchNode> next = new ArrayList<>();
        SearchState state = node.state();
        for (ForestActions.Change change : forestActions.changes(state.directory())) {
            if (change.raisedTo().filter(level -> isHeldBack(state, level)).isPresent() || !allows(state, change)) {
                continue;
            }
            add(node, new Move(-1, List.of(change.action()), Optional.empty()), state.at(change.to()), 1, next);
        }
        for (int unit = 0; unit < units.size(); unit++) {
            for (Edge edge : stateSpace(unit).edges.get(state.node(unit))) {
                SearchState reached = state.with(unit, edge.to());
                long cost = edge.cost() * units.get(unit).size();
                if (edge.evacuates()) {
                    evacuate(node, unit, reached, cost, next);
                } else if (!edge.losesMachine() || isDirectoryElsewhere(state, unit)) {
                    add(node, new Move(unit, edge.actions(), Optional.empty()), reached, cost, next);
                }
            }
        }
        return next;
    }

    /** Whether the rules allow a change of the forest beside its domain controllers. */
    private boolean allows(SearchState state, ForestActions.Change change) {
        List<Server> domainControllers = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            server(unit, state.node(unit)).filter(Server::isDomainController).ifPresent(domainControllers::add);
        }
        return planConstraints.allows(Transition.ofForest(
                forestActions.forests(state.directory()).get(0),
                forestActions.forests(change.to()).get(0),
                CandidateSteps.PLACE,
                domainControllers));
    }

    private void add(SearchNode node, Move move, SearchState reached, long cost, List<SearchNode> next) {
        long left = left(reached);
        if (left < StateSpace.UNREACHABLE) {
            next.add(node.then(move, reached, cost, left, ++found));
        }
    }

    private boolean isHeldBack(SearchState state, Term level) {
        return IntStream.range(0, units.size())
                .mapToObj(unit -> node(state, unit).server())
                .anyMatch(server -> server.filter(each -> forestActions.isHeldBack(each, level))
                        .isPresent());
    }

    /** Whether another domain controller keeps the directory of the forest while this one is lost. */
    private boolean isDirectoryElsewhere(SearchState state, int unit) {
        return IntStream.range(0, units.size())
                .filter(other -> other != unit)
                .mapToObj(other -> node(state, other).server())
                .anyMatch(server -> server.filter(Server::isDomainController).isPresent());
    }

    private void evacuate(SearchNode node, int unit, SearchState emptied, long cost, List<SearchNode> next) {
        SearchState state = node.state();
        Server from = node(state, unit).server().orElseThrow();
        Set<SearchState> seen = new HashSet<>();
        for (int other : destinations(state, unit, from)) {
            SearchState reached = emptied.with(other, stateSpace(other).receiving(state.node(other)));
            // Destinations that reach the same state are equivalent.
            if (seen.add(reached)) {
                Move move =
                        new Move(unit, List.of(), Optional.of(units.get(other).first()));
                add(node, move, reached, cost, next);
            }
        }
    }

    /** Servers that mailboxes can be moved to, those nearest to the target first; none with an older Exchange. */
    private List<Integer> destinations(SearchState state, int unit, Server from) {
        Release oldest = exchange(from);
        List<Integer> destinations = new ArrayList<>();
        for (int other = 0; other < units.size(); other++) {
            ServerState serverState = node(state, other);
            if (other != unit
                    && serverState.takesMailboxes()
                    && !exchange(serverState.server().orElseThrow()).isOlderThan(oldest)) {
                destinations.add(other);
            }
        }
        destinations.sort(Comparator.comparingLong(other -> stateSpace(other).distance(state.node(other))));
        return destinations;
    }

    private static Release exchange(Server server) {
        return server.installation(Product.EXCHANGE).map(Installation::release).orElseThrow();
    }

    private Estate estate(SearchState state) {
        List<Server> present = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            server(unit, state.node(unit)).ifPresent(present::add);
        }
        return new Estate(present, forestActions.forests(state.directory()), List.of());
    }

    private Optional<Server> server(int unit, int node) {
        return servers.computeIfAbsent(
                unit * NODES_AT_MOST + node,
                key -> stateSpace(unit)
                        .nodes
                        .get(node)
                        .server()
                        .map(server -> server.named(
                                CandidateSteps.located(units.get(unit).first()))));
    }
}
