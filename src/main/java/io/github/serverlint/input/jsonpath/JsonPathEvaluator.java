package io.github.serverlint.input.jsonpath;

import io.github.serverlint.input.jsonpath.FilterExpression.AllOf;
import io.github.serverlint.input.jsonpath.FilterExpression.ComparisonTest;
import io.github.serverlint.input.jsonpath.FilterExpression.Exists;
import io.github.serverlint.input.jsonpath.FilterExpression.Literal;
import io.github.serverlint.input.jsonpath.FilterExpression.LogicalNot;
import io.github.serverlint.input.jsonpath.FilterExpression.LogicalOr;
import io.github.serverlint.input.jsonpath.FilterExpression.Matches;
import io.github.serverlint.input.jsonpath.FilterExpression.Operand;
import io.github.serverlint.input.jsonpath.FilterExpression.Query;
import io.github.serverlint.input.jsonpath.Segment.Choice;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Evaluator of a JSONPath query in one document. */
final class JsonPathEvaluator {
    /** Limit on visited nodes: nested aliases can expand a small file to a huge tree. */
    private static final int MAX_NODES = 2_000_000;

    /** Limit on nesting. The YAML reader limits files, but nested aliases can go deeper. */
    private static final int MAX_DEPTH = 1_000;

    private final String selector;
    private final JsonPathMatch root;
    private int visited;

    JsonPathEvaluator(String selector, JsonPathMatch root) {
        this.selector = selector;
        this.root = root;
    }

    List<JsonPathMatch> select(JsonPathMatch start, List<Segment> segments) {
        List<JsonPathMatch> found = List.of(start);
        for (Segment segment : segments) {
            List<JsonPathMatch> next = new ArrayList<>();
            for (JsonPathMatch jsonPathMatch : found) {
                if (segment.descends()) {
                    descend(jsonPathMatch, segment.choices(), next, 0);
                } else {
                    segment.choices().forEach(choice -> choose(jsonPathMatch, choice, next));
                }
            }
            found = next;
        }
        return found;
    }

    private void descend(JsonPathMatch jsonPathMatch, List<Choice> choices, List<JsonPathMatch> into, int depth) {
        if (depth > MAX_DEPTH) {
            throw limitExceeded();
        }
        choices.forEach(choice -> choose(jsonPathMatch, choice, into));
        for (JsonPathMatch child : children(jsonPathMatch)) {
            descend(child, choices, into, depth + 1);
        }
    }

    private void choose(JsonPathMatch jsonPathMatch, Choice choice, List<JsonPathMatch> into) {
        countVisit();
        if (choice instanceof Choice.NameSelector nameSelector) {
            if (jsonPathMatch.node() instanceof Mapping mapping) {
                mapping.entry(nameSelector.name()).map(jsonPathMatch::value).ifPresent(into::add);
            }
        } else if (choice instanceof Choice.Wildcard) {
            into.addAll(children(jsonPathMatch));
        } else if (choice instanceof Choice.FilterSelector filterSelector) {
            for (JsonPathMatch child : children(jsonPathMatch)) {
                if (holds(filterSelector.condition(), child)) {
                    into.add(child);
                }
            }
        } else if (jsonPathMatch.node() instanceof Sequence) {
            List<JsonPathMatch> items = children(jsonPathMatch);
            if (choice instanceof Choice.Index index) {
                long at = index.index() < 0 ? items.size() + index.index() : index.index();
                if (at >= 0 && at < items.size()) {
                    into.add(items.get((int) at));
                }
            } else if (choice instanceof Choice.Slice slice) {
                slice(items, slice, into);
            }
        }
    }

    private static void slice(List<JsonPathMatch> items, Choice.Slice slice, List<JsonPathMatch> into) {
        long size = items.size();
        if (slice.step() > 0) {
            long from = Math.min(Math.max(fromEnd(slice.from(), 0, size), 0), size);
            long to = Math.min(Math.max(fromEnd(slice.to(), size, size), 0), size);
            for (long i = from; i < to; i += slice.step()) {
                into.add(items.get((int) i));
            }
        } else if (slice.step() < 0) {
            long from = Math.min(Math.max(fromEnd(slice.from(), size - 1, size), -1), size - 1);
            // By default the end is before the first item; an explicit -1 is the last item.
            long to = slice.to().isEmpty() ? -1 : Math.min(Math.max(fromEnd(slice.to(), 0, size), -1), size - 1);
            for (long i = from; i > to; i += slice.step()) {
                into.add(items.get((int) i));
            }
        }
    }

    private static long fromEnd(OptionalLong bound, long otherwise, long size) {
        long given = bound.orElse(otherwise);
        return bound.isPresent() && given < 0 ? size + given : given;
    }

    private List<JsonPathMatch> children(JsonPathMatch jsonPathMatch) {
        List<JsonPathMatch> children = new ArrayList<>();
        if (jsonPathMatch.node() instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> children.add(jsonPathMatch.value(entry)));
        } else if (jsonPathMatch.node() instanceof Sequence sequence) {
            sequence.items().forEach(item -> children.add(jsonPathMatch.item(item)));
        }
        visited += children.size();
        countVisit();
        return children;
    }

    private void countVisit() {
        if (++visited > MAX_NODES) {
            throw limitExceeded();
        }
    }

    private LimitExceeded limitExceeded() {
        return new LimitExceeded(selector, root.node().place());
    }

    private boolean holds(FilterExpression filterExpression, JsonPathMatch child) {
        if (filterExpression instanceof LogicalOr any) {
            return any.conditions().stream().anyMatch(each -> holds(each, child));
        } else if (filterExpression instanceof AllOf all) {
            return all.conditions().stream().allMatch(each -> holds(each, child));
        } else if (filterExpression instanceof LogicalNot logicalNot) {
            return !holds(logicalNot.condition(), child);
        } else if (filterExpression instanceof Exists exists) {
            return !nodes(exists.query(), child).isEmpty();
        } else if (filterExpression instanceof Matches matches) {
            Optional<JsonPathMatch> found =
                    matches.text() instanceof Query query ? single(query, child) : Optional.empty();
            return found.filter(
                            jsonPathMatch -> jsonPathMatch.node() instanceof Scalar scalar && matches(matches, scalar))
                    .isPresent();
        }
        ComparisonTest comparisonTest = (ComparisonTest) filterExpression;
        return ValueComparison.hold(
                value(comparisonTest.left(), child), comparisonTest.operator(), value(comparisonTest.right(), child));
    }

    private static boolean matches(Matches condition, Scalar scalar) {
        BoundedRegex boundedRegex = condition.expression();
        return condition.whole()
                ? boundedRegex.matches(scalar.text(), scalar.place())
                : boundedRegex.find(scalar.text(), scalar.place()).isPresent();
    }

    private List<JsonPathMatch> nodes(Query query, JsonPathMatch child) {
        return select(query.ofRoot() ? root : child, query.segments());
    }

    private Optional<JsonPathMatch> single(Query query, JsonPathMatch child) {
        return nodes(query, child).stream().findFirst();
    }

    private ValueComparison.Value value(Operand operand, JsonPathMatch child) {
        return operand instanceof Query query
                ? new ValueComparison.Value(
                        Optional.empty(), single(query, child).map(JsonPathMatch::node))
                : new ValueComparison.Value(Optional.of((Literal) operand), Optional.empty());
    }
}
