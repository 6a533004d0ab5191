package io.github.serverlint.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way through a forest as far as it has come, and what it promises to cost in all. */
final class SearchNode {
    /**
     * Best first; of ways that promise the same, the one that has come farthest; and then what people would rather do
     * next: go on with the same server, or with the first one.
     *
     * @param weight how much what is left counts against what is done: 1 finds the cheapest way, more finds one sooner
     */
    static Comparator<SearchNode> bestFirst(int weight) {
        return Comparator.<SearchNode>comparingLong(searchNode -> searchNode.done + weight * searchNode.left)
                .thenComparing(Comparator.<SearchNode>comparingLong(searchNode -> searchNode.before().done)
                        .reversed())
                .thenComparing(searchNode -> !searchNode.goesOnWithTheSame())
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
     * One thing that is done.
     *
     * @param unit the servers that do it; -1 for the forest itself
     * @param acts in order; nothing where mailboxes are moved
     * @param to where mailboxes are moved to; empty for all else
     */
    record Move(int unit, List<Action> acts, Optional<String> to) {
        Action.ActionKind kind() {
            return acts.isEmpty()
                    ? Action.ActionKind.MOVE_MAILBOXES
                    : acts.get(acts.size() - 1).kind();
        }
    }

    /** Where every unit and the forest itself have come to. */
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
     * The way with one more move.
     *
     * @param count how many ways there are already: what nothing else decides comes in the order in which it was found
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

    /** Where it was before its last move; itself if it has not begun. */
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

    private boolean goesOnWithTheSame() {
        return move != null && before != null && before.move != null && before.move.unit() == move.unit();
    }
}
