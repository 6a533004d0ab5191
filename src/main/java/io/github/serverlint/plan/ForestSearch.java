package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.plan.Graph.Edge;
import io.github.serverlint.plan.Graph.Node;
import io.github.serverlint.plan.Way.Move;
import io.github.serverlint.plan.Way.State;
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
 * Searches what the servers of a forest do together: best first, by what is done and what each server has left to do at
 * the least. Of ways that promise the same the one that has come farthest goes on, and it goes on with the same server.
 */
final class ForestSearch {
    private static final long NODES_AT_MOST = 1_000_000;

    private final List<Unit> units;
    private final Directory directory;
    private final Law law;
    private final int budget;
    private final int weight;
    private final Map<Long, Optional<Server>> servers = new HashMap<>();
    private int visited;
    private int found;

    /**
     * @param budget how many states are looked at before the search gives up
     * @param weight as in {@link Way#bestFirst}
     */
    ForestSearch(List<Unit> units, Directory directory, Law law, int budget, int weight) {
        this.weight = weight;
        this.units = units;
        this.directory = directory;
        this.law = law;
        this.budget = budget;
    }

    /** Whether nothing better than what it has found exists, or nothing at all if it has found nothing. */
    boolean wasComplete() {
        return visited < budget && weight == 1;
    }

    /** The moves of the cheapest way; empty if none was found. */
    Optional<List<Move>> search() {
        PriorityQueue<Way> open = new PriorityQueue<>(Way.bestFirst(weight));
        Map<State, Set<String>> accepted = new HashMap<>();
        State begin = State.start(units.size());
        Way start = Way.start(begin, left(begin));
        visited = 0;
        if (start.left() == 0) {
            return Optional.of(List.of());
        }
        accepted.put(begin, law.faults(estate(begin)));
        next(start).forEach(open::add);
        while (!open.isEmpty() && visited < budget) {
            RunMonitor.checkInterrupted();
            Way way = open.remove();
            if (accepted.containsKey(way.state())) {
                continue;
            }
            visited++;
            Set<String> before = accepted.getOrDefault(way.before().state(), Set.of());
            Optional<Set<String>> faults = law.faults(estate(way.state()), before);
            if (faults.isEmpty()) {
                continue;
            }
            accepted.put(way.state(), faults.get());
            if (way.left() == 0) {
                return Optional.of(way.moves());
            }
            next(way).forEach(open::add);
        }
        return Optional.empty();
    }

    private long left(State state) {
        long left = directory.left(state.directory());
        for (int unit = 0; unit < units.size(); unit++) {
            long distance = graph(unit).distance(state.node(unit));
            if (distance >= Graph.NO_WAY) {
                return Graph.NO_WAY;
            }
            left += distance * units.get(unit).size();
        }
        return left;
    }

    private Graph graph(int unit) {
        return units.get(unit).graph();
    }

    private Node node(State state, int unit) {
        return graph(unit).node(state.node(unit));
    }

    private List<Way> next(Way way) {
        List<Way> next = new ArrayList<>();
        State state = way.state();
        for (Directory.Change change : directory.changes(state.directory())) {
            if (change.raisedTo().filter(level -> isHeldBack(state, level)).isPresent()) {
                continue;
            }
            add(way, new Move(-1, List.of(change.act()), Optional.empty()), state.at(change.to()), 1, next);
        }
        for (int unit = 0; unit < units.size(); unit++) {
            for (Edge edge : graph(unit).edges(state.node(unit))) {
                State reached = state.with(unit, edge.to());
                long cost = edge.cost() * units.get(unit).size();
                if (edge.evacuates()) {
                    evacuate(way, unit, reached, cost, next);
                } else if (!edge.takesMachineAway() || isDirectoryElsewhere(state, unit)) {
                    add(way, new Move(unit, edge.acts(), Optional.empty()), reached, cost, next);
                }
            }
        }
        return next;
    }

    private void add(Way way, Move move, State reached, long cost, List<Way> next) {
        long left = left(reached);
        if (left < Graph.NO_WAY) {
            next.add(way.then(move, reached, cost, left, ++found));
        }
    }

    private boolean isHeldBack(State state, Term level) {
        for (int unit = 0; unit < units.size(); unit++) {
            if (node(state, unit)
                    .server()
                    .filter(server -> directory.isHeldBack(server, level))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The directory of a forest has to stay on another domain controller while this one is lost. */
    private boolean isDirectoryElsewhere(State state, int unit) {
        for (int other = 0; other < units.size(); other++) {
            if (other != unit
                    && node(state, other)
                            .server()
                            .filter(Server::isDomainController)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void evacuate(Way way, int unit, State emptied, long cost, List<Way> next) {
        State state = way.state();
        Server from = node(state, unit).server().orElseThrow();
        Set<State> seen = new HashSet<>();
        for (int other : destinations(state, unit, from)) {
            State reached = emptied.with(other, graph(other).receiving(state.node(other)));
            // Among servers that have mailboxes already it makes no difference which.
            if (seen.add(reached)) {
                Move move =
                        new Move(unit, List.of(), Optional.of(units.get(other).first()));
                add(way, move, reached, cost, next);
            }
        }
    }

    /** Servers that mailboxes can be moved to, those first that are as they are wanted; none with an older Exchange. */
    private List<Integer> destinations(State state, int unit, Server from) {
        Release oldest = exchange(from);
        List<Integer> destinations = new ArrayList<>();
        for (int other = 0; other < units.size(); other++) {
            Node node = node(state, other);
            if (other != unit
                    && node.takesMailboxes()
                    && !exchange(node.server().orElseThrow()).isOlderThan(oldest)) {
                destinations.add(other);
            }
        }
        destinations.sort(Comparator.comparingLong(other -> graph(other).distance(state.node(other))));
        return destinations;
    }

    private static Release exchange(Server server) {
        return server.installation(Product.EXCHANGE).map(Installation::release).orElseThrow();
    }

    private Estate estate(State state) {
        List<Server> present = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            server(unit, state.node(unit)).ifPresent(present::add);
        }
        return new Estate(present, directory.forests(state.directory()), List.of());
    }

    private Optional<Server> server(int unit, int node) {
        return servers.computeIfAbsent(
                unit * NODES_AT_MOST + node,
                key -> graph(unit)
                        .node(node)
                        .server()
                        .map(server ->
                                server.named(Options.located(units.get(unit).first()))));
    }
}
