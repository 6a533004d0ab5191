package io.github.serverlint.plan;

import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** State space of a swing server: it is added, receives mailboxes, passes them on and is decommissioned. */
final class SwingStateSpace extends StateSpace {
    private static final int ABSENT = 0;
    private static final int STATES_EACH = 2;

    /** @param candidates the possible servers */
    SwingStateSpace(List<Server> candidates, CandidateSteps candidateSteps) {
        int gone = 1 + STATES_EACH * candidates.size();
        List<Edge> ways = new ArrayList<>();
        nodes.add(new ServerState(Optional.empty(), false, false));
        edges.add(ways);
        for (Server candidate : candidates) {
            int empty = nodes.size();
            ways.add(new Edge(empty, 1 + NEW_MACHINE, List.of(candidateSteps.add(candidate)), false));
            nodes.add(new ServerState(Optional.of(candidate), false, false));
            edges.add(List.of(new Edge(gone, 1, List.of(candidateSteps.decommission()), false)));
            nodes.add(new ServerState(Optional.of(candidate), false, true));
            edges.add(List.of(Edge.evacuation(empty)));
        }
        nodes.add(new ServerState(Optional.empty(), false, false));
        edges.add(List.of());
    }

    @Override
    long distance(int id) {
        if (id == ABSENT || id == nodes.size() - 1) {
            return 0;
        }
        return nodes.get(id).mailboxes() ? 2 : 1;
    }

    @Override
    int receiving(int id) {
        return nodes.get(id).mailboxes() ? id : id + 1;
    }
}
