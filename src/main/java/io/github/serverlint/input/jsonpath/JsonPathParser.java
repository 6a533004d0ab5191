package io.github.serverlint.input.jsonpath;

import io.github.serverlint.input.jsonpath.FilterExpression.ComparisonTest;
import io.github.serverlint.input.jsonpath.FilterExpression.Exists;
import io.github.serverlint.input.jsonpath.FilterExpression.Literal;
import io.github.serverlint.input.jsonpath.FilterExpression.Operand;
import io.github.serverlint.input.jsonpath.FilterExpression.Operator;
import io.github.serverlint.input.jsonpath.FilterExpression.Query;
import io.github.serverlint.input.jsonpath.Segment.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Recursive descent parser of JSONPath queries by the grammar of <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC
 * 9535</a>.
 */
final class JsonPathParser {
    private static final int MAX_DEPTH = 50;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern INTEGER_AS_WRITTEN = Pattern.compile("0|-?[1-9][0-9]{0,15}");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    /** The largest integer of I-JSON, as RFC 9535 requires. */
    private static final long LARGEST = (1L << 53) - 1;

    private final TextCursor in;
    private int depth;

    JsonPathParser(String text) {
        this.in = new TextCursor(text);
    }

    List<Segment> parse() throws JsonPathSyntaxException {
        if (!in.take("$")) {
            throw in.error("A selector begins with $.");
        }
        List<Segment> segments = segments();
        if (!in.atEnd()) {
            throw in.error("Here a segment has to begin, with \".\" or \"[\".");
        }
        return segments;
    }

    private List<Segment> segments() throws JsonPathSyntaxException {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            int before = in.position();
            in.skipBlanks();
            if (in.take("..")) {
                segments.add(new Segment(true, in.startsWith("[") ? bracketed() : List.of(shorthand())));
            } else if (in.take(".")) {
                segments.add(new Segment(false, List.of(shorthand())));
            } else if (in.startsWith("[")) {
                segments.add(new Segment(false, bracketed()));
            } else {
                // Blanks are allowed between segments, but not behind the last.
                in.reset(before);
                return List.copyOf(segments);
            }
        }
    }

    private Choice shorthand() throws JsonPathSyntaxException {
        if (in.take("*")) {
            return new Choice.Wildcard();
        }
        String name = in.takeWhile((c, first) -> c == '_'
                || c >= 0x80
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (!first && c >= '0' && c <= '9'));
        if (name.isEmpty()) {
            throw in.error("Here a name or * has to stand; a name with other signs is written as ['name'].");
        }
        if (in.startsWith("-")) {
            throw in.error("A name with this sign is written as ['name'].");
        }
        return new Choice.NameSelector(name);
    }

    private List<Choice> bracketed() throws JsonPathSyntaxException {
        in.take("[");
        List<Choice> choices = new ArrayList<>();
        do {
            in.skipBlanks();
            choices.add(choice());
            in.skipBlanks();
        } while (in.take(","));
        if (!in.take("]")) {
            throw in.error("Here \"]\" or \",\" has to stand.");
        }
        return List.copyOf(choices);
    }

    private Choice choice() throws JsonPathSyntaxException {
        if (in.startsWith("'") || in.startsWith("\"")) {
            return new Choice.NameSelector(in.quoted());
        } else if (in.take("*")) {
            return new Choice.Wildcard();
        } else if (in.take("?")) {
            in.skipBlanks();
            return new Choice.FilterSelector(anyOf());
        }
        OptionalLong index = integer();
        int before = in.position();
        in.skipBlanks();
        if (in.take(":")) {
            in.skipBlanks();
            OptionalLong to = integer();
            in.skipBlanks();
            OptionalLong step = OptionalLong.empty();
            if (in.take(":")) {
                in.skipBlanks();
                step = integer();
            }
            return new Choice.Slice(index, to, step.orElse(1));
        }
        in.reset(before);
        if (index.isEmpty()) {
            throw in.error("Here a name in quotes, a number, * or ? has to stand.");
        }
        return new Choice.Index(index.getAsLong());
    }

    private OptionalLong integer() throws JsonPathSyntaxException {
        Optional<String> digits = in.peek(INTEGER);
        if (digits.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!INTEGER_AS_WRITTEN.matcher(digits.get()).matches() || Math.abs(Long.parseLong(digits.get())) > LARGEST) {
            throw in.error("\"" + digits.get() + "\" is no index.");
        }
        in.take(digits.get());
        return OptionalLong.of(Long.parseLong(digits.get()));
    }

    private FilterExpression anyOf() throws JsonPathSyntaxException {
        List<FilterExpression> conditions = new ArrayList<>(List.of(allOf()));
        while (in.takeAfterBlanks("||")) {
            in.skipBlanks();
            conditions.add(allOf());
        }
        return conditions.size() == 1 ? conditions.get(0) : new FilterExpression.LogicalOr(List.copyOf(conditions));
    }

    private FilterExpression allOf() throws JsonPathSyntaxException {
        List<FilterExpression> conditions = new ArrayList<>(List.of(basic()));
        while (in.takeAfterBlanks("&&")) {
            in.skipBlanks();
            conditions.add(basic());
        }
        return conditions.size() == 1 ? conditions.get(0) : new FilterExpression.AllOf(List.copyOf(conditions));
    }

    private FilterExpression basic() throws JsonPathSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw in.error("The selector is nested more than " + MAX_DEPTH + " levels deep.");
        }
        try {
            if (in.take("!")) {
                in.skipBlanks();
                if (in.take("(")) {
                    return new FilterExpression.LogicalNot(inParentheses());
                }
                int start = in.position();
                FilterExpression test = test();
                if (test instanceof ComparisonTest) {
                    in.reset(start);
                    throw in.error("Behind ! a comparison has to stand in parentheses.");
                }
                return new FilterExpression.LogicalNot(test);
            }
            return in.take("(") ? inParentheses() : test();
        } finally {
            depth--;
        }
    }

    private FilterExpression inParentheses() throws JsonPathSyntaxException {
        in.skipBlanks();
        FilterExpression inside = anyOf();
        if (!in.takeAfterBlanks(")")) {
            throw in.error("Here \")\" has to stand.");
        }
        return inside;
    }

    private FilterExpression test() throws JsonPathSyntaxException {
        int start = in.position();
        Optional<String> word = in.peek(WORD);
        if (word.isPresent() && !List.of("true", "false", "null").contains(word.get())) {
            return function(word.get());
        }
        Operand left = operand();
        Optional<Operator> operator = operator();
        if (operator.isPresent()) {
            requireSingle(left, start);
            in.skipBlanks();
            int second = in.position();
            Operand right = operand();
            requireSingle(right, second);
            return new ComparisonTest(left, operator.get(), right);
        }
        if (left instanceof Query query) {
            return new Exists(query);
        }
        in.reset(start);
        throw in.error("A literal alone is no test; compare it with something.");
    }

    private void requireSingle(Operand operand, int start) throws JsonPathSyntaxException {
        if (operand instanceof Query query && !query.isSingular()) {
            in.reset(start);
            throw in.error("What is compared must be one value: only names and indexes can lead to it.");
        }
    }

    private FilterExpression function(String name) throws JsonPathSyntaxException {
        if (!List.of("match", "search").contains(name)) {
            throw in.error("\"" + name + "\" is no function that is supported; match and search are.");
        }
        in.take(name);
        if (!in.take("(")) {
            throw in.error("Here \"(\" has to stand.");
        }
        in.skipBlanks();
        int start = in.position();
        Operand text = operand();
        requireSingle(text, start);
        if (!(text instanceof Query)) {
            in.reset(start);
            throw in.error("The first argument of " + name + " has to begin with @ or $.");
        }
        if (!in.takeAfterBlanks(",")) {
            throw in.error("Here \",\" has to stand.");
        }
        in.skipBlanks();
        if (!in.startsWith("'") && !in.startsWith("\"")) {
            throw in.error("The second argument of " + name + " has to be an expression in quotes.");
        }
        int quote = in.column();
        String source = in.quoted();
        if (!in.takeAfterBlanks(")")) {
            throw in.error("Here \")\" has to stand.");
        }
        int behind = in.position();
        if (operator().isPresent()) {
            in.reset(behind);
            in.skipBlanks();
            throw in.error("What " + name + " says is true or false already and cannot be compared.");
        }
        try {
            return new FilterExpression.Matches(text, BoundedRegex.of(source), name.equals("match"));
        } catch (JsonPathSyntaxException e) {
            throw new JsonPathSyntaxException(quote + e.column(), e.problem());
        }
    }

    private Optional<Operator> operator() {
        int before = in.position();
        in.skipBlanks();
        for (Operator operator : Operator.values()) {
            if (in.take(operator.sign())) {
                return Optional.of(operator);
            }
        }
        in.reset(before);
        return Optional.empty();
    }

    private Operand operand() throws JsonPathSyntaxException {
        if (in.startsWith("'") || in.startsWith("\"")) {
            return new Literal(Literal.LiteralKind.TEXT, in.quoted());
        } else if (in.take("@")) {
            return new Query(false, segments());
        } else if (in.take("$")) {
            return new Query(true, segments());
        }
        Optional<String> word = in.peek(WORD);
        if (word.isPresent() && List.of("true", "false", "null").contains(word.get())) {
            in.take(word.get());
            return new Literal(
                    word.get().equals("null") ? Literal.LiteralKind.NULL : Literal.LiteralKind.BOOLEAN, word.get());
        }
        Optional<String> number = in.peek(NUMBER);
        if (number.isPresent()) {
            in.take(number.get());
            return new Literal(Literal.LiteralKind.NUMBER, number.get());
        }
        throw in.error("Here a query that begins with @ or $, a text in quotes, a number, true, false or null has to"
                + " stand.");
    }
}
