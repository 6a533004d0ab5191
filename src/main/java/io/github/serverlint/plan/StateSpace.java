package io.github.serverlint.plan;

import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** State space of a server. States are numbered; 0 is the start. */
abstract class StateSpace {
    /** Cost of a new installation, which outweighs any number of steps on an existing one. */
    static final long NEW_MACHINE = 1_000_000;

    static final long UNREACHABLE = Long.MAX_VALUE / 1_000_000;

    final List<ServerState> nodes = new ArrayList<>();
    final List<List<Edge>> edges = new ArrayList<>();

    /** The minimum remaining cost of the server itself; {@link #UNREACHABLE} if it cannot reach the target. */
    abstract long distance(int id);

    /** The same state with mailboxes on it. */
    abstract int receiving(int id);

    /**
     * State of the server.
     *
     * @param server empty before it is added and after it is decommissioned
     * @param mailboxes whether it holds mailboxes
     */
    record ServerState(Optional<Server> server, boolean backedUp, boolean mailboxes) {
        boolean takesMailboxes() {
            return server.filter(MailboxLocations::canHold).isPresent();
        }

        ServerState holding(boolean anyMailboxes) {
            return new ServerState(server, backedUp, anyMailboxes);
        }
    }

    /**
     * Edge from one state to another.
     *
     * @param actions the actions in order; empty if mailboxes are moved, which takes two servers
     * @param losesMachine whether the machine is a domain controller whose copy of the directory is lost
     */
    record Edge(int to, long cost, List<Action> actions, boolean losesMachine) {
        /** Edge that moves the mailboxes away. */
        static Edge evacuation(int to) {
            return new Edge(to, 1, List.of(), false);
        }

        boolean evacuates() {
            return actions.isEmpty();
        }
    }
}
