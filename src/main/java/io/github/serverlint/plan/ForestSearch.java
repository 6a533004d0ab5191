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
            SearchNode searchNode = open.remove();
            if (accepted.containsKey(searchNode.state())) {
                continue;
            }
            visited++;
            Set<String> before = accepted.getOrDefault(searchNode.before().state(), Set.of());
            Optional<Set<String>> faults = planConstraints.faults(estate(searchNode.state()), before);
            if (faults.isEmpty()) {
                continue;
            }
            accepted.put(searchNode.state(), faults.get());
            if (searchNode.left() == 0) {
                return Optional.of(searchNode.moves());
            }
            next(searchNode).forEach(open::add);
        }
        return Optional.empty();
    }

    private long left(SearchState searchState) {
        long left = forestActions.left(searchState.directory());
        for (int unit = 0; unit < units.size(); unit++) {
            long distance = stateSpace(unit).distance(searchState.node(unit));
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

    private ServerState node(SearchState searchState, int unit) {
        return stateSpace(unit).node(searchState.node(unit));
    }

    private List<SearchNode> next(SearchNode searchNode) {
        List<SearchNode> next = new ArrayList<>();
        SearchState searchState = searchNode.state();
        for (ForestActions.Change change : forestActions.changes(searchState.directory())) {
            if (change.raisedTo()
                            .filter(level -> isHeldBack(searchState, level))
                            .isPresent()
                    || !allows(searchState, change)) {
                continue;
            }
            add(
                    searchNode,
                    new Move(-1, List.of(change.action()), Optional.empty()),
                    searchState.at(change.to()),
                    1,
                    next);
        }
        for (int unit = 0; unit < units.size(); unit++) {
            for (Edge edge : stateSpace(unit).edges(searchState.node(unit))) {
                SearchState reached = searchState.with(unit, edge.to());
                long cost = edge.cost() * units.get(unit).size();
                if (edge.evacuates()) {
                    evacuate(searchNode, unit, reached, cost, next);
                } else if (!edge.losesMachine() || isDirectoryElsewhere(searchState, unit)) {
                    add(searchNode, new Move(unit, edge.actions(), Optional.empty()), reached, cost, next);
                }
            }
        }
        return next;
    }

    /** Whether the rules allow a change of the forest beside its domain controllers. */
    private boolean allows(SearchState searchState, ForestActions.Change change) {
        List<Server> domainControllers = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            server(unit, searchState.node(unit))
                    .filter(Server::isDomainController)
                    .ifPresent(domainControllers::add);
        }
        return planConstraints.allows(Transition.ofForest(
                forestActions.forests(searchState.directory()).get(0),
                forestActions.forests(change.to()).get(0),
                CandidateSteps.PLACE,
                domainControllers));
    }

    private void add(SearchNode searchNode, Move move, SearchState reached, long cost, List<SearchNode> next) {
        long left = left(reached);
        if (left < StateSpace.UNREACHABLE) {
            next.add(searchNode.then(move, reached, cost, left, ++found));
        }
    }

    private boolean isHeldBack(SearchState searchState, Term level) {
        for (int unit = 0; unit < units.size(); unit++) {
            if (node(searchState, unit)
                    .server()
                    .filter(server -> forestActions.isHeldBack(server, level))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether another domain controller keeps the directory of the forest while this one is lost. */
    private boolean isDirectoryElsewhere(SearchState searchState, int unit) {
        for (int other = 0; other < units.size(); other++) {
            if (other != unit
                    && node(searchState, other)
                            .server()
                            .filter(Server::isDomainController)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void evacuate(SearchNode searchNode, int unit, SearchState emptied, long cost, List<SearchNode> next) {
        SearchState searchState = searchNode.state();
        Server from = node(searchState, unit).server().orElseThrow();
        Set<SearchState> seen = new HashSet<>();
        for (int other : destinations(searchState, unit, from)) {
            SearchState reached = emptied.with(other, stateSpace(other).receiving(searchState.node(other)));
            // Destinations that reach the same state are equivalent.
            if (seen.add(reached)) {
                Move move =
                        new Move(unit, List.of(), Optional.of(units.get(other).first()));
                add(searchNode, move, reached, cost, next);
            }
        }
    }

    /** Servers that mailboxes can be moved to, those nearest to the target first; none with an older Exchange. */
    private List<Integer> destinations(SearchState searchState, int unit, Server from) {
        Release oldest = exchange(from);
        List<Integer> destinations = new ArrayList<>();
        for (int other = 0; other < units.size(); other++) {
            ServerState serverState = node(searchState, other);
            if (other != unit
                    && serverState.takesMailboxes()
                    && !exchange(serverState.server().orElseThrow()).isOlderThan(oldest)) {
                destinations.add(other);
            }
        }
        destinations.sort(Comparator.comparingLong(other -> stateSpace(other).distance(searchState.node(other))));
        return destinations;
    }

    private static Release exchange(Server server) {
        return server.installation(Product.EXCHANGE).map(Installation::release).orElseThrow();
    }

    private Estate estate(SearchState searchState) {
        List<Server> present = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            server(unit, searchState.node(unit)).ifPresent(present::add);
        }
        return new Estate(present, forestActions.forests(searchState.directory()), List.of());
    }

    private Optional<Server> server(int unit, int node) {
        return servers.computeIfAbsent(
                unit * NODES_AT_MOST + node,
                key -> stateSpace(unit)
                        .node(node)
                        .server()
                        .map(server -> server.named(
                                CandidateSteps.located(units.get(unit).first()))));
    }
}
