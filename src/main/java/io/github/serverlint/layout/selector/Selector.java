package io.github.serverlint.layout.selector;

import java.util.List;
import java.util.Optional;

/** A selector that can be asked. */
public final class Selector {
    private final String text;
    private final List<Segment> segments;

    private Selector(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /**
     * Reads a selector.
     *
     * @throws MalformedSelector if the text is none, or uses what is not supported
     */
    public static Selector of(String text) throws MalformedSelector {
        return new Selector(text, new SelectorParser(text).parse());
    }

    /**
     * All nodes that it finds, in the order of the document.
     *
     * @throws TooCostly if there are more nodes to look at than any honest document has
     */
    public List<Match> select(Match root) {
        try {
            return new Search(text, root).select(root, segments);
        } catch (StackOverflowError e) {
            // Aliases inside aliases can nest deeper than any file may.
            throw new TooCostly(text, root.node().place());
        }
    }

    /** The name of the one child with which it begins, if it begins so. */
    public Optional<String> firstName() {
        return segments.stream()
                .findFirst()
                .filter(Segment::isSingular)
                .filter(first -> first.choices().get(0) instanceof Segment.Choice.Name)
                .map(first -> ((Segment.Choice.Name) first.choices().get(0)).name());
    }

    /** The same selector behind its first segment. */
    public Selector rest() {
        return new Selector(text, segments.subList(1, segments.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
