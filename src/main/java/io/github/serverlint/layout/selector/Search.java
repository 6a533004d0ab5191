package io.github.serverlint.layout.selector;

import io.github.serverlint.layout.selector.Condition.AllOf;
import io.github.serverlint.layout.selector.Condition.AnyOf;
import io.github.serverlint.layout.selector.Condition.Comparison;
import io.github.serverlint.layout.selector.Condition.Exists;
import io.github.serverlint.layout.selector.Condition.Literal;
import io.github.serverlint.layout.selector.Condition.Matches;
import io.github.serverlint.layout.selector.Condition.Not;
import io.github.serverlint.layout.selector.Condition.Operand;
import io.github.serverlint.layout.selector.Condition.Query;
import io.github.serverlint.layout.selector.Segment.Choice;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One search with a selector in a document. */
final class Search {
    /** Aliases of aliases make a small file into a tree without end; no honest one has so many nodes. */
    private static final int MOST_NODES = 2_000_000;

    /** A file nests a hundred levels at the most, but aliases inside aliases go on. */
    private static final int DEEPEST = 1_000;

    private final String selector;
    private final Match root;
    private int looked;

    Search(String selector, Match root) {
        this.selector = selector;
        this.root = root;
    }

    List<Match> select(Match start, List<Segment> segments) {
        List<Match> found = List.of(start);
        for (Segment segment : segments) {
            List<Match> next = new ArrayList<>();
            for (Match match : found) {
                if (segment.descends()) {
                    descend(match, segment.choices(), next, 0);
                } else {
                    segment.choices().forEach(choice -> choose(match, choice, next));
                }
            }
            found = next;
        }
        return found;
    }

    private void descend(Match match, List<Choice> choices, List<Match> into, int depth) {
        if (depth > DEEPEST) {
            throw tooCostly();
        }
        choices.forEach(choice -> choose(match, choice, into));
        for (Match child : children(match)) {
            descend(child, choices, into, depth + 1);
        }
    }

    private void choose(Match match, Choice choice, List<Match> into) {
        look();
        if (choice instanceof Choice.Name name) {
            if (match.node() instanceof Mapping mapping) {
                mapping.entry(name.name()).map(match::value).ifPresent(into::add);
            }
        } else if (choice instanceof Choice.Wildcard) {
            into.addAll(children(match));
        } else if (choice instanceof Choice.Filter filter) {
            for (Match child : children(match)) {
                if (holds(filter.condition(), child)) {
                    into.add(child);
                }
            }
        } else if (match.node() instanceof Sequence) {
            List<Match> items = children(match);
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

    private static void slice(List<Match> items, Choice.Slice slice, List<Match> into) {
        long size = items.size();
        if (slice.step() > 0) {
            long from = Math.min(Math.max(fromEnd(slice.from(), 0, size), 0), size);
            long to = Math.min(Math.max(fromEnd(slice.to(), size, size), 0), size);
            for (long i = from; i < to; i += slice.step()) {
                into.add(items.get((int) i));
            }
        } else if (slice.step() < 0) {
            long from = Math.min(Math.max(fromEnd(slice.from(), size - 1, size), -1), size - 1);
            // Not said, the end is before the first item; said, -1 is the last.
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

    private List<Match> children(Match match) {
        List<Match> children = new ArrayList<>();
        if (match.node() instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> children.add(match.value(entry)));
        } else if (match.node() instanceof Sequence sequence) {
            sequence.items().forEach(item -> children.add(match.item(item)));
        }
        looked += children.size();
        look();
        return children;
    }

    private void look() {
        if (++looked > MOST_NODES) {
            throw tooCostly();
        }
    }

    private TooCostly tooCostly() {
        return new TooCostly(selector, root.node().place());
    }

    private boolean holds(Condition condition, Match child) {
        if (condition instanceof AnyOf any) {
            return any.conditions().stream().anyMatch(each -> holds(each, child));
        } else if (condition instanceof AllOf all) {
            return all.conditions().stream().allMatch(each -> holds(each, child));
        } else if (condition instanceof Not not) {
            return !holds(not.condition(), child);
        } else if (condition instanceof Exists exists) {
            return !nodes(exists.query(), child).isEmpty();
        } else if (condition instanceof Matches matches) {
            Optional<Match> found = matches.text() instanceof Query query ? single(query, child) : Optional.empty();
            return found.filter(match -> match.node() instanceof Scalar scalar && matches(matches, scalar))
                    .isPresent();
        }
        Comparison comparison = (Comparison) condition;
        return Comparisons.hold(
                value(comparison.left(), child), comparison.operator(), value(comparison.right(), child));
    }

    private static boolean matches(Matches condition, Scalar scalar) {
        Expression expression = condition.expression();
        return condition.whole()
                ? expression.matches(scalar.text(), scalar.place())
                : expression.find(scalar.text(), scalar.place()).isPresent();
    }

    private List<Match> nodes(Query query, Match child) {
        return select(query.ofRoot() ? root : child, query.segments());
    }

    private Optional<Match> single(Query query, Match child) {
        return nodes(query, child).stream().findFirst();
    }

    private Comparisons.Value value(Operand operand, Match child) {
        return operand instanceof Query query
                ? new Comparisons.Value(Optional.empty(), single(query, child).map(Match::node))
                : new Comparisons.Value(Optional.of((Literal) operand), Optional.empty());
    }
}
