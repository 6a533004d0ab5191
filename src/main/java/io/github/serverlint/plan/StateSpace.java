package io.github.serverlint.plan;

import io.github.serverlint.estate.Server;
import java.util.List;
import java.util.Optional;

/** What a server can become. States are counted from 0, which is the one that it begins with. */
interface StateSpace {
    /** A new installation, for good or for a while, outweighs any number of steps on one that is there. */
    long NEW_MACHINE = 1_000_000;

    long NO_WAY = Long.MAX_VALUE / 1_000_000;

    ServerState node(int id);

    List<Edge> edges(int id);

    /** The least cost of what is left to do by the server itself; {@link #NO_WAY} if it cannot get there. */
    long distance(int id);

    /** The same state with mailboxes on it. */
    int receiving(int id);

    /**
     * A state of the server.
     *
     * @param server empty before it is added and after it is decommissioned
     * @param mailboxes whether there are any on it
     */
    record ServerState(Optional<Server> server, boolean backedUp, boolean mailboxes) {
        boolean takesMailboxes() {
            return server.filter(MailboxLocations::fitOn).isPresent();
        }
    }

    /**
     * What leads from one state to another.
     *
     * @param acts what is done, in order; nothing where mailboxes are moved, which takes two servers
     * @param evacuates whether the mailboxes are moved away
     * @param takesMachineAway whether the machine is a domain controller, and its copy of the directory is lost
     */
    record Edge(int to, long cost, List<Action> acts, boolean evacuates, boolean takesMachineAway) {}
}
