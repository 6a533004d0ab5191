package io.github.serverlint.plan;

import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** State space of a swing server: it is added, receives mailboxes, passes them on and is decommissioned. */
final class SwingStateSpace implements StateSpace {
    private static final int ABSENT = 0;
    private static final int STATES_EACH = 2;

    private final List<ServerState> nodes = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    /** @param candidates the possible servers */
    SwingStateSpace(List<Server> candidates, CandidateSteps candidateSteps) {
        int gone = 1 + STATES_EACH * candidates.size();
        List<Edge> ways = new ArrayList<>();
        nodes.add(new ServerState(Optional.empty(), false, false));
        edges.add(ways);
        for (Server candidate : candidates) {
            int empty = nodes.size();
            ways.add(new Edge(empty, 1 + NEW_MACHINE, List.of(candidateSteps.add(candidate)), false, false));
            nodes.add(new ServerState(Optional.of(candidate), false, false));
            edges.add(List.of(new Edge(gone, 1, List.of(candidateSteps.decommission()), false, false)));
            nodes.add(new ServerState(Optional.of(candidate), false, true));
            edges.add(List.of(new Edge(empty, 1, List.of(), true, false)));
        }
        nodes.add(new ServerState(Optional.empty(), false, false));
        edges.add(List.of());
    }

    @Override
    public ServerState node(int id) {
        return nodes.get(id);
    }

    @Override
    public List<Edge> edges(int id) {
        return edges.get(id);
    }

    @Override
    public long distance(int id) {
        if (id == ABSENT || id == nodes.size() - 1) {
            return 0;
        }
        return nodes.get(id).mailboxes() ? 2 : 1;
    }

    @Override
    public int receiving(int id) {
        return nodes.get(id).mailboxes() ? id : id + 1;
    }
}
