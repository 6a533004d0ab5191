package io.github.serverlint.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Node of the search: a partial plan with its cost so far and its estimated remaining cost. */
final class SearchNode {
    /**
     * Lowest estimated total cost first; then the node that has come farthest; then by preference: continue with the
     * same server, or with the first one.
     *
     * @param weight the weight of the remaining cost: 1 finds the cheapest plan, more finds one sooner
     */
    static Comparator<SearchNode> bestFirst(int weight) {
        return Comparator.<SearchNode>comparingLong(searchNode -> searchNode.done + weight * searchNode.left)
                .thenComparing(Comparator.<SearchNode>comparingLong(searchNode -> searchNode.before().done)
                        .reversed())
                .thenComparing(searchNode -> !searchNode.continuesUnit())
                .thenComparing(searchNode -> searchNode.actionKind)
                .thenComparingInt(searchNode -> searchNode.move == null ? -1 : searchNode.move.unit())
                .thenComparingInt(searchNode -> searchNode.number);
    }

    private final int number;
    private final SearchState searchState;
    private final long done;
    private final long left;
    private final Action.ActionKind actionKind;
    private final @Nullable SearchNode before;
    private final @Nullable Move move;

    /**
     * Move of a plan.
     *
     * @param unit the unit that changes; -1 for the forest itself
     * @param actions in order; empty if mailboxes are moved
     * @param to the destination of moved mailboxes; empty for every other move
     */
    record Move(int unit, List<Action> actions, Optional<String> to) {
        Action.ActionKind kind() {
            return actions.isEmpty()
                    ? Action.ActionKind.MOVE_MAILBOXES
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
            return other instanceof SearchState searchState
                    && directory == searchState.directory
                    && Arrays.equals(nodes, searchState.nodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes) * 31 + directory;
        }
    }

    private SearchNode(
            int number,
            SearchState searchState,
            long done,
            long left,
            @Nullable SearchNode before,
            @Nullable Move move) {
        this.number = number;
        this.searchState = searchState;
        this.done = done;
        this.left = left;
        this.actionKind = move == null ? Action.ActionKind.PREPARE : move.kind();
        this.before = before;
        this.move = move;
    }

    static SearchNode start(SearchState searchState, long left) {
        return new SearchNode(0, searchState, 0, left, null, null);
    }

    /**
     * The node after one more move.
     *
     * @param count the number of nodes so far, as the last criterion of the order
     */
    SearchNode then(Move next, SearchState reached, long cost, long remaining, int count) {
        return new SearchNode(count, reached, done + cost, remaining, this, next);
    }

    SearchState state() {
        return searchState;
    }

    long left() {
        return left;
    }

    /** The node before the last move; itself at the start. */
    SearchNode before() {
        return before == null ? this : before;
    }

    List<Move> moves() {
        Deque<Move> moves = new ArrayDeque<>();
        for (SearchNode searchNode = this;
                searchNode != null && searchNode.move != null;
                searchNode = searchNode.before) {
            moves.addFirst(searchNode.move);
        }
        return List.copyOf(moves);
    }

    private boolean continuesUnit() {
        return move != null && before != null && before.move != null && before.move.unit() == move.unit();
    }
}
