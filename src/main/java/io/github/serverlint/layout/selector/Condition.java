package io.github.serverlint.layout.selector;

import java.util.List;

/** What a filter asks of a child. */
sealed interface Condition {
    record AnyOf(List<Condition> conditions) implements Condition {}

    record AllOf(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Exists(Query query) implements Condition {}

    record Comparison(Operand left, Operator operator, Operand right) implements Condition {}

    /** {@code match} or {@code search}. */
    record Matches(Operand text, Expression expression, boolean whole) implements Condition {}

    /** What can stand beside an operator. */
    sealed interface Operand {}

    /**
     * A query inside a filter.
     *
     * @param ofRoot whether it begins at the root and not at the child
     */
    record Query(boolean ofRoot, List<Segment> segments) implements Operand {
        boolean isSingular() {
            return segments.stream().allMatch(Segment::isSingular);
        }
    }

    record Literal(Kind kind, String text) implements Operand {
        enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }

    enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        GREATER(">");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }
}
