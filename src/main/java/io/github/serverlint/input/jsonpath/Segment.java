package io.github.serverlint.input.jsonpath;

import java.util.List;

/**
 * One step of a selector.
 *
 * @param descends whether it goes to everything below, and not only to the children
 */
record Segment(boolean descends, List<Choice> choices) {

    /** Which children a segment takes. */
    sealed interface Choice {
        record NameSelector(String name) implements Choice {}

        record Wildcard() implements Choice {}

        record Index(long index) implements Choice {}

        /**
         * Some of a list.
         *
         * @param step never zero: such a slice is an empty one
         */
        record Slice(java.util.OptionalLong from, java.util.OptionalLong to, long step) implements Choice {}

        record FilterSelector(FilterExpression condition) implements Choice {}
    }

    /** Whether it can find one node at most. */
    boolean isSingular() {
        return !descends
                && choices.size() == 1
                && (choices.get(0) instanceof Choice.NameSelector || choices.get(0) instanceof Choice.Index);
    }
}
