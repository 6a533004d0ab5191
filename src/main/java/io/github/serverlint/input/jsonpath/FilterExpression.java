package io.github.serverlint.input.jsonpath;

import java.util.List;

/**
 * A <a href="https://www.rfc-editor.org/rfc/rfc9535#name-filter-selector">filter expression</a> that is tested for a
 * child.
 */
sealed interface FilterExpression {
    record LogicalOr(List<FilterExpression> conditions) implements FilterExpression {}

    record AllOf(List<FilterExpression> conditions) implements FilterExpression {}

    record LogicalNot(FilterExpression condition) implements FilterExpression {}

    record Exists(Query query) implements FilterExpression {}

    record ComparisonTest(Operand left, Operator operator, Operand right) implements FilterExpression {}

    /** {@code match} or {@code search}. */
    record Matches(Operand text, BoundedRegex expression, boolean whole) implements FilterExpression {}

    /** An operand of a comparison. */
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

    record Literal(LiteralKind kind, String text) implements Operand {
        enum LiteralKind {
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
