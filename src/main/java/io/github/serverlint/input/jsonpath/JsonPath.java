package io.github.serverlint.input.jsonpath;

import java.util.List;
import java.util.Optional;

/** A compiled JSONPath query, a subset of <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>. */
public final class JsonPath {
    private final String text;
    private final List<Segment> segments;

    private JsonPath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Parses a query.
     *
     * @throws JsonPathSyntaxException if the text is invalid or uses an unsupported feature
     */
    public static JsonPath of(String text) throws JsonPathSyntaxException {
        return new JsonPath(text, new JsonPathParser(text).parse());
    }

    /**
     * Selects all matching nodes, in document order.
     *
     * @throws LimitExceeded if more nodes are visited than the limit
     */
    public List<JsonPathMatch> select(JsonPathMatch root) {
        try {
            return new JsonPathEvaluator(text, root).select(root, segments);
        } catch (StackOverflowError e) {
            // Nested aliases can exceed the nesting limit of files.
            throw new LimitExceeded(text, root.node().place());
        }
    }

    /** The name in the first segment, if that selects one child by name. */
    public Optional<String> firstName() {
        return segments.stream()
                .findFirst()
                .filter(Segment::isSingular)
                .filter(first -> first.choices().get(0) instanceof Segment.Choice.NameSelector)
                .map(first -> ((Segment.Choice.NameSelector) first.choices().get(0)).name());
    }

    /** The query without its first segment. */
    public JsonPath rest() {
        return new JsonPath(text, segments.subList(1, segments.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
