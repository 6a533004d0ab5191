package io.github.serverlint.plan;

import io.github.serverlint.plan.Action.ActionKind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Node of the search: a partial plan with its cost so far and its estimated remaining cost.
 *
 * @param number the number of nodes before it, as the last criterion of the order
 * @param previous the node before the last move; null at the start
 * @param move the last move; null at the start
 */
record SearchNode(
        int number,
        SearchState state,
        long done,
        long left,
        @Nullable SearchNode previous,
        @Nullable Move move) {
    /**
     * Lowest estimated total cost first; then the node that has come farthest; then by preference: continue with the
     * same server, or with the first one.
     *
     * @param weight the weight of the remaining cost: 1 finds the cheapest plan, more finds one sooner
     */
    static Comparator<SearchNode> bestFirst(int weight) {
        return Comparator.<SearchNode>comparingLong(node -> node.done + weight * node.left)
                .thenComparing(Comparator.<SearchNode>comparingLong(node -> node.before().done)
                        .reversed())
                .thenComparing(node -> !node.continuesUnit())
                .thenComparing(SearchNode::kind)
                .thenComparingInt(node -> node.move == null ? -1 : node.move.unit())
                .thenComparingInt(SearchNode::number);
    }

    /**
     * Move of a plan.
     *
     * @param unit the unit that changes; -1 for the forest itself
     * @param actions in order; empty if mailboxes are moved
     * @param to the destination of moved mailboxes; empty for every other move
     */
    record Move(int unit, List<Action> actions, Optional<String> to) {
        ActionKind kind() {
            return actions.isEmpty()
                    ? ActionKind.MOVE_MAILBOXES
                    : actions.get(actions.size() - 1).kind();
        }
    }

    /** Joint state of all units and the forest. */
    static final class SearchState {
        private final int[] nodes;
        private final int directory;

        private SearchState(int[] nodes, int directory) {
            this.nodes = nodes;
            this.directory = directory;
        }

        static SearchState start(int units) {
            return new SearchState(new int[units], 0);
        }

        int node(int unit) {
            return nodes[unit];
        }

        int directory() {
            return directory;
        }

        SearchState with(int unit, int node) {
            int[] changed = nodes.clone();
            changed[unit] = node;
            return new SearchState(changed, directory);
        }

        SearchState at(int otherDirectory) {
            return new SearchState(nodes, otherDirectory);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SearchState state
                    && directory == state.directory
                    && Arrays.equals(nodes, state.nodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes) * 31 + directory;
        }
    }

    static SearchNode start(SearchState state, long left) {
        return new SearchNode(0, state, 0, left, null, null);
    }

    /**
     * The node after one more move.
     *
     * @param count the number of nodes so far
     */
    SearchNode then(Move next, SearchState reached, long cost, long remaining, int count) {
        return new SearchNode(count, reached, done + cost, remaining, this, next);
    }

    /** The node before the last move; itself at the start. */
    SearchNode before() {
        return previous == null ? this : previous;
    }

    private ActionKind kind() {
        return move == null ? ActionKind.PREPARE : move.kind();
    }

    List<Move> moves() {
        Deque<Move> moves = new ArrayDeque<>();
        for (SearchNode node = this; node != null && node.move != null; node = node.previous) {
            moves.addFirst(node.move);
        }
        return List.copyOf(moves);
    }

    private boolean continuesUnit() {
        return move != null && before().move != null && before().move.unit() == move.unit();
    }
}
