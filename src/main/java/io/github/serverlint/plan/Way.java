package io.github.serverlint.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way through a forest as far as it has come, and what it promises to cost in all. */
final class Way {
    /**
     * Best first; of ways that promise the same, the one that has come farthest; and then what people would rather do
     * next: go on with the same server, or with the first one.
     *
     * @param weight how much what is left counts against what is done: 1 finds the cheapest way, more finds one sooner
     */
    static Comparator<Way> bestFirst(int weight) {
        return Comparator.<Way>comparingLong(way -> way.done + weight * way.left)
                .thenComparing(
                        Comparator.<Way>comparingLong(way -> way.before().done).reversed())
                .thenComparing(way -> !way.goesOnWithTheSame())
                .thenComparing(way -> way.kind)
                .thenComparingInt(way -> way.move == null ? -1 : way.move.unit())
                .thenComparingInt(way -> way.number);
    }

    private final int number;
    private final State state;
    private final long done;
    private final long left;
    private final Act.Kind kind;
    private final @Nullable Way before;
    private final @Nullable Move move;

    /**
     * One thing that is done.
     *
     * @param unit the servers that do it; -1 for the forest itself
     * @param acts in order; nothing where mailboxes are moved
     * @param to where mailboxes are moved to; empty for all else
     */
    record Move(int unit, List<Act> acts, Optional<String> to) {
        Act.Kind kind() {
            return acts.isEmpty()
                    ? Act.Kind.MOVE_MAILBOXES
                    : acts.get(acts.size() - 1).kind();
        }
    }

    /** Where every unit and the forest itself have come to. */
    static final class State {
        private final int[] nodes;
        private final int directory;

        private State(int[] nodes, int directory) {
            this.nodes = nodes;
            this.directory = directory;
        }

        static State start(int units) {
            return new State(new int[units], 0);
        }

        int node(int unit) {
            return nodes[unit];
        }

        int directory() {
            return directory;
        }

        State with(int unit, int node) {
            int[] changed = nodes.clone();
            changed[unit] = node;
            return new State(changed, directory);
        }

        State at(int otherDirectory) {
            return new State(nodes, otherDirectory);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State state && directory == state.directory && Arrays.equals(nodes, state.nodes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nodes) * 31 + directory;
        }
    }

    private Way(int number, State state, long done, long left, @Nullable Way before, @Nullable Move move) {
        this.number = number;
        this.state = state;
        this.done = done;
        this.left = left;
        this.kind = move == null ? Act.Kind.PREPARE : move.kind();
        this.before = before;
        this.move = move;
    }

    static Way start(State state, long left) {
        return new Way(0, state, 0, left, null, null);
    }

    /**
     * The way with one more move.
     *
     * @param count how many ways there are already: what nothing else decides comes in the order in which it was found
     */
    Way then(Move next, State reached, long cost, long remaining, int count) {
        return new Way(count, reached, done + cost, remaining, this, next);
    }

    State state() {
        return state;
    }

    long left() {
        return left;
    }

    /** Where it was before its last move; itself if it has not begun. */
    Way before() {
        return before == null ? this : before;
    }

    List<Move> moves() {
        Deque<Move> moves = new ArrayDeque<>();
        for (Way way = this; way != null && way.move != null; way = way.before) {
            moves.addFirst(way.move);
        }
        return List.copyOf(moves);
    }

    private boolean goesOnWithTheSame() {
        return move != null && before != null && before.move != null && before.move.unit() == move.unit();
    }
}
