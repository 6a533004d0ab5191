package io.github.serverlint.input.jsonpath;

import io.github.serverlint.input.jsonpath.FilterExpression.Literal;
import io.github.serverlint.input.jsonpath.FilterExpression.Operator;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comparison of values in filters, by the rules of <a
 * href="https://www.rfc-editor.org/rfc/rfc9535#name-comparisons">RFC 9535</a>.
 */
final class ValueComparison {
    /** A number of limited length. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?");

    private ValueComparison() {}

    /** The value of an operand: a literal, or a node; neither if a query selected nothing. */
    record Value(Optional<Literal> literal, Optional<Node> node) {
        boolean isNothing() {
            return literal.isEmpty() && node.isEmpty();
        }

        Optional<Scalar> scalar() {
            return node.filter(found ->
                            found instanceof Scalar && found.foreignTag().isEmpty())
                    .map(Scalar.class::cast);
        }

        /** Whether it is a string: a string literal or a quoted scalar. */
        private boolean isText() {
            return literal.map(given -> given.kind() == Literal.LiteralKind.TEXT)
                    .or(() -> scalar().map(given -> !given.plain()))
                    .orElse(false);
        }

        Optional<String> text() {
            return literal.filter(given -> given.kind() == Literal.LiteralKind.TEXT)
                    .map(Literal::text)
                    .or(() -> scalar().filter(given -> !given.isNull()).map(Scalar::text));
        }

        Optional<BigDecimal> number() {
            return isText()
                    ? Optional.empty()
                    : literal.filter(given -> given.kind() == Literal.LiteralKind.NUMBER)
                            .map(Literal::text)
                            .or(() -> scalar().map(Scalar::text))
                            .filter(text -> NUMBER.matcher(text).matches())
                            .map(BigDecimal::new);
        }

        Optional<Boolean> truth() {
            return isText()
                    ? Optional.empty()
                    : literal.filter(given -> given.kind() == Literal.LiteralKind.BOOLEAN)
                            .map(given -> given.text().equals("true"))
                            .or(() -> scalar().flatMap(Scalar::asBoolean));
        }

        boolean isNull() {
            return literal.map(given -> given.kind() == Literal.LiteralKind.NULL)
                    .or(() -> node.map(Node::isNull))
                    .orElse(false);
        }
    }

    static boolean hold(Value left, Operator operator, Value right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> less(left, right);
            case GREATER -> less(right, left);
            case AT_MOST -> less(left, right) || equal(left, right);
            case AT_LEAST -> less(right, left) || equal(left, right);
        };
    }

    private static boolean equal(Value left, Value right) {
        if (left.isNothing() || right.isNothing()) {
            return left.isNothing() && right.isNothing();
        } else if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull();
        } else if (left.number().isPresent() && right.number().isPresent()) {
            return left.number().get().compareTo(right.number().get()) == 0;
        } else if (left.truth().isPresent() && right.truth().isPresent()) {
            return left.truth().equals(right.truth());
        } else if (left.text().isPresent() && right.text().isPresent()) {
            return left.text().equals(right.text());
        }
        return left.node().isPresent()
                && right.node().isPresent()
                && sameTree(left.node().get(), right.node().get());
    }

    private static boolean sameTree(Node left, Node right) {
        if (left instanceof Sequence one && right instanceof Sequence other) {
            List<Node> items = one.items();
            List<Node> others = other.items();
            return items.size() == others.size()
                    && java.util.stream.IntStream.range(0, items.size())
                            .allMatch(i -> same(items.get(i), others.get(i)));
        } else if (left instanceof Mapping one && right instanceof Mapping other) {
            List<Entry> entries = one.entries();
            return entries.size() == other.entries().size()
                    && entries.stream()
                            .allMatch(entry -> other.entry(entry.name())
                                    .filter(match -> same(entry.value(), match.value()))
                                    .isPresent());
        }
        return false;
    }

    private static boolean same(Node left, Node right) {
        return equal(new Value(Optional.empty(), Optional.of(left)), new Value(Optional.empty(), Optional.of(right)));
    }

    private static boolean less(Value left, Value right) {
        if (left.number().isPresent() && right.number().isPresent()) {
            return left.number().get().compareTo(right.number().get()) < 0;
        }
        boolean words = left.truth().isEmpty() && right.truth().isEmpty();
        boolean numbers = (left.number().isPresent() && !right.isText())
                || (right.number().isPresent() && !left.isText());
        return words
                && !numbers
                && left.text().isPresent()
                && right.text().isPresent()
                && left.text().get().compareTo(right.text().get()) < 0;
    }
}
