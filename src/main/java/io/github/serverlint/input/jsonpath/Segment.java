package io.github.serverlint.input.jsonpath;

import java.util.List;

/**
 * A segment of a query.
 *
 * @param descends whether it selects descendants rather than children
 */
record Segment(boolean descends, List<Choice> choices) {

    /** A selector of a segment. */
    sealed interface Choice {
        record NameSelector(String name) implements Choice {}

        record Wildcard() implements Choice {}

        record Index(long index) implements Choice {}

        /**
         * A slice of a list.
         *
         * @param step zero selects nothing
         */
        record Slice(java.util.OptionalLong from, java.util.OptionalLong to, long step) implements Choice {}

        record FilterSelector(FilterExpression condition) implements Choice {}
    }

    /** Whether it selects one node at most. */
    boolean isSingular() {
        return !descends
                && choices.size() == 1
                && (choices.get(0) instanceof Choice.NameSelector || choices.get(0) instanceof Choice.Index);
    }
}
