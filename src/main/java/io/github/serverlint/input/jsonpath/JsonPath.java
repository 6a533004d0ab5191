package io.github.serverlint.input.jsonpath;

import java.util.List;
import java.util.Optional;

/** A selector that can be asked. */
public final class JsonPath {
    private final String text;
    private final List<Segment> segments;

    private JsonPath(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Reads a selector.
     *
     * @throws JsonPathSyntaxException if the text is none, or uses what is not supported
     */
    public static JsonPath of(String text) throws JsonPathSyntaxException {
        return new JsonPath(text, new JsonPathParser(text).parse());
    }

    /**
     * All nodes that it finds, in the order of the document.
     *
     * @throws LimitExceeded if there are more nodes to look at than any honest document has
     */
    public List<JsonPathMatch> select(JsonPathMatch root) {
        try {
            return new JsonPathEvaluator(text, root).select(root, segments);
        } catch (StackOverflowError e) {
            // Aliases inside aliases can nest deeper than any file may.
            throw new LimitExceeded(text, root.node().place());
        }
    }

    /** The name of the one child with which it begins, if it begins so. */
    public Optional<String> firstName() {
        return segments.stream()
                .findFirst()
                .filter(Segment::isSingular)
                .filter(first -> first.choices().get(0) instanceof Segment.Choice.NameSelector)
                .map(first -> ((Segment.Choice.NameSelector) first.choices().get(0)).name());
    }

    /** The same selector behind its first segment. */
    public JsonPath rest() {
        return new JsonPath(text, segments.subList(1, segments.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
