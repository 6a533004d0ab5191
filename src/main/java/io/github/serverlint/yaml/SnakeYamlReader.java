package io.github.serverlint.yaml;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.YAML_SYNTAX;

import io.github.serverlint.finding.CappedFindings;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.MergeMarks;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlFile.ParsedContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reader that builds nodes from the events of the YAML parser. SnakeYAML's own composer would accept duplicate keys,
 * give an alias the place of its anchor, leave merge keys unresolved and build a cycle from an alias inside its own
 * anchor.
 */
final class SnakeYamlReader {
    /**
     * Limit on the number of values that the aliases of a file expand to: 20,000 servers that take fifty each from an
     * anchor. A few lines of nested aliases can expand to more than fits into memory.
     */
    static final int MAX_ALIASED = 1_000_000;

    private static final int CANCEL_CHECK_INTERVAL = 1 << 10;

    /** The prefix that {@code !!} stands for. */
    private static final String YAML_TAG = "tag:yaml.org,2002:";

    /** The tags of <a href="https://yaml.org/type/">YAML 1.1's own types</a>. */
    private static final Set<String> YAML_TYPES =
            Set.of("binary bool float int map merge null omap pairs seq set str timestamp value yaml".split(" "));

    private final SourceFile file;
    private final RunMonitor monitor;
    private final RepeatedKeys repeatedKeys;
    private final EventSpans spans;
    private final Parser parser;
    private final List<Finding> findings = new CappedFindings();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private @Nullable Event last;
    private int depth;

    /** The number of values so far, and how many of them come from aliases. */
    private long values;

    private long aliased;
    private int events;

    private SnakeYamlReader(SourceFile file, RunMonitor monitor, RepeatedKeys repeatedKeys) {
        this.monitor = monitor;
        this.repeatedKeys = repeatedKeys;
        this.file = file;
        this.spans = new EventSpans(file);
        this.parser = parser(file);
    }

    /** @param values the number of values in it, with its aliases expanded */
    private record Anchored(Node node, long values) {}

    static Parser parser(SourceFile file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new ParserImpl(new BoundedStreamReader(file.text()), options);
    }

    /** All documents of a file; what cannot be read is a finding, never an exception. */
    static ParsedContent content(SourceFile file, RunMonitor monitor, RepeatedKeys repeatedKeys) {
        List<Node> documents = new ArrayList<>();
        SnakeYamlReader reader = new SnakeYamlReader(file, monitor, repeatedKeys);
        // What the parser says of the marks of a merge would be about the good lines below them.
        Optional<Finding> error = reader.readDocuments(documents)
                .map(found -> MergeMarks.first(file)
                        .map(mark -> syntaxError(mark, MergeMarks.MESSAGE, MergeMarks.FIX))
                        .orElse(found));
        error.ifPresent(reader.findings::add);
        return new ParsedContent(documents, reader.findings, error.isEmpty());
    }

    /** Reads as far as possible, and returns the error that ended the reading, if any. */
    private Optional<Finding> readDocuments(List<Node> documents) {
        try {
            readEvents(documents);
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(syntaxError(e.span, oneLine(e.getMessage()) + ".", ""));
        } catch (BoundedStreamReader.LookaheadExceeded e) {
            Span begin = spans.at(e.begin());
            String message = String.format(
                    Locale.ROOT,
                    "Here begins a word or a line of more than %,d characters.",
                    BoundedStreamReader.MAX_LOOKAHEAD);
            return Optional.of(syntaxError(begin, message, "Divide it, or leave the file out with excludes."));
        } catch (ReaderException e) {
            String message =
                    String.format(Locale.ROOT, "The character U+%04X is not allowed in YAML.", e.getCodePoint());
            // U+0000 comes from a text in UTF-16.
            String fix = e.getCodePoint() == 0 ? "Save the file as UTF-8." : "Remove it.";
            return Optional.of(syntaxError(firstForbidden(), message, fix));
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : oneLine(e.getContext()) + ", ";
            String message = syntaxMessage(context + oneLine(e.getProblem()));
            return Optional.of(syntaxError(placeOf(e), message, SyntaxAdvice.of(oneLine(e.getProblem()))));
        } catch (YAMLException e) {
            return Optional.of(syntaxError(Span.at(file, 1, 1), syntaxMessage(oneLine(e.getMessage())), ""));
        }
    }

    /** The parser's message quotes text of the file, any of which may be a password. */
    private String syntaxMessage(String problem) {
        return file.isConfidential() ? "This is no YAML." : "This is no YAML: " + problem + ".";
    }

    private void readEvents(List<Node> documents) {
        while (!isNext(Event.ID.StreamEnd)) {
            Event event = next();
            if (event.is(Event.ID.DocumentStart)) {
                anchors.clear();
                documents.add(document((DocumentStartEvent) event, node(next())));
            }
        }
    }

    /** Gives an empty document the place of its start marker; its own place is behind the line breaks that follow. */
    private Node document(DocumentStartEvent start, Node node) {
        boolean isEmpty = start.getExplicit() && node instanceof Scalar scalar && isEmpty(scalar);
        Span place = isEmpty ? span(start) : node.place();
        return isEmpty ? new Scalar("", true, place, place, Optional.empty()) : node;
    }

    private static boolean isEmpty(Scalar scalar) {
        return scalar.plain() && scalar.text().isEmpty() && scalar.foreignTag().isEmpty();
    }

    private Event next() {
        if (++events % CANCEL_CHECK_INTERVAL == 0) {
            monitor.checkCancelled();
        }
        try {
            last = parser.getEvent();
            return last;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw parserFailed();
        }
    }

    private boolean isNext(Event.ID kind) {
        try {
            return parser.checkEvent(kind);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw parserFailed();
        }
    }

    /** An escape such as \\x without its digits makes the parser throw an exception without a position. */
    private Unreadable parserFailed() {
        Span place = last == null ? Span.at(file, 1, 1) : spans.of(last.getEndMark(), last.getEndMark());
        return new Unreadable(place, "This is no YAML: behind this place stands an escape that is not complete.");
    }

    private Node node(Event event) {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        long before = values++;
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        Node node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event);
        if (anchor != null) {
            openAnchors.remove(anchor);
            anchors.put(anchor, new Anchored(node, values - before));
        }
        return node;
    }

    private Node alias(AliasEvent event) {
        Span place = span(event);
        Anchored target = anchors.get(event.getAnchor());
        if (target == null || openAnchors.contains(event.getAnchor())) {
            // This may be an unquoted password that begins with *.
            String alias = file.isConfidential() ? "An alias" : "The alias *" + event.getAnchor();
            Span shown = file.isConfidential() ? Span.at(file, place.line(), place.column()) : place;
            throw new Unreadable(
                    shown,
                    openAnchors.contains(event.getAnchor())
                            ? alias + " stands inside its own anchor."
                            : alias + " has no anchor" + (file.isConfidential() ? "" : " &" + event.getAnchor())
                                    + " before it in this document.");
        }
        values += target.values();
        aliased += target.values();
        if (aliased > MAX_ALIASED) {
            throw new Unreadable(
                    Span.at(file, place.line(), place.column()),
                    String.format(Locale.ROOT, "The aliases up to here stand for more than %,d values.", MAX_ALIASED));
        }
        return target.node().usedAt(place);
    }

    private Scalar scalar(ScalarEvent event) {
        Span place = contentSpan(event, event.getTag(), event.getEndMark());
        // What is tagged as text is text, as if it were in quotes.
        boolean isPlain = event.isPlain() && !(YAML_TAG + "str").equals(event.getTag());
        return new Scalar(event.getValue(), isPlain, place, place, foreignTag(event.getTag()));
    }

    private Node collection(CollectionStartEvent event) {
        if (++depth > YamlReader.MAX_DEPTH) {
            throw new Unreadable(
                    span(event), "The document is nested more than " + YamlReader.MAX_DEPTH + " levels deep.");
        }
        Node node = event instanceof MappingStartEvent ? mapping(event) : sequence(event);
        depth--;
        return node;
    }

    private Sequence sequence(CollectionStartEvent start) {
        List<Node> items = new ArrayList<>();
        while (!isNext(Event.ID.SequenceEnd)) {
            items.add(node(next()));
        }
        Span place = collectionSpan(start, next(), items.isEmpty() ? null : items.get(0));
        return new Sequence(List.copyOf(items), place, place, foreignTag(start.getTag()));
    }

    private Mapping mapping(CollectionStartEvent start) {
        MappingBuilder own = new MappingBuilder();
        List<Entry> merges = new ArrayList<>();
        Node first = null;
        while (!isNext(Event.ID.MappingEnd)) {
            Node key = node(next());
            Node value = node(next());
            first = first == null ? key : first;
            if (!(key instanceof Scalar name)) {
                findings.add(Finding.reading(
                                INVALID_VALUE, key.place(), "A key has to be plain text, not " + key.kind() + ".")
                        .build());
                continue;
            }
            Entry entry = new Entry(name, value);
            if (name.plain() && name.text().equals("<<")) {
                repeatedKeys.addMerge(merges, entry).ifPresent(findings::add);
            } else {
                repeatedKeys.add(own, entry).ifPresent(findings::add);
            }
        }
        Span place = collectionSpan(start, next(), first);
        merges.forEach(merge -> merge(merge.value(), own));
        return new Mapping(own.entries(), place, place, foreignTag(start.getTag()));
    }

    /**
     * Adds the entries of a <a href="https://yaml.org/type/merge.html">merge key</a>: keys of the mapping itself take
     * precedence, then the earlier of several merged mappings.
     */
    private void merge(Node merged, MappingBuilder into) {
        if (merged instanceof Mapping mapping) {
            mapping.entries().forEach(into::add);
        } else if (merged instanceof Sequence sequence
                && sequence.ownItems().stream().allMatch(item -> item instanceof Mapping)) {
            sequence.items().forEach(item -> merge(item, into));
        } else {
            findings.add(Finding.reading(
                            INVALID_VALUE, merged.place(), "The merge key << takes mappings only, as one or as a list.")
                    .build());
        }
    }

    /**
     * The span of a collection. A block collection ends at the next token, lines below, so use its first key or item.
     */
    private Span collectionSpan(CollectionStartEvent start, Event end, @Nullable Node first) {
        if (!start.isFlow() && first != null) {
            return first.place();
        }
        Span whole = contentSpan(start, start.getTag(), end.getEndMark());
        return whole.line() == whole.endLine() ? whole : Span.at(file, whole.line(), whole.column());
    }

    private Span contentSpan(NodeEvent event, @Nullable String tag, Mark end) {
        return spans.content(event, tag, end);
    }

    private Span span(Event event) {
        return spans.of(event.getStartMark(), event.getEndMark());
    }

    /**
     * The tag if it is not one of YAML's own types. Objects of programming languages are foreign too, and never
     * created.
     */
    private static Optional<String> foreignTag(@Nullable String tag) {
        if (tag == null || tag.equals("!")) {
            return Optional.empty();
        }
        if (!tag.startsWith(YAML_TAG)) {
            return Optional.of(tag);
        }
        String kind = tag.substring(YAML_TAG.length());
        return YAML_TYPES.contains(kind) ? Optional.empty() : Optional.of("!!" + kind);
    }

    private static Finding syntaxError(Span span, String message, String fix) {
        return Finding.reading(YAML_SYNTAX, span, message)
                .because(YamlReader.NOT_JUDGED)
                .fix(fix)
                .build();
    }

    private Span placeOf(MarkedYAMLException e) {
        // An unclosed construct ends with the file; report where it was opened.
        boolean unclosed = e.getContextMark() != null
                && e.getProblem() != null
                && e.getProblem().matches(".*(end of stream|stream end).*");
        Mark mark = unclosed || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? Span.at(file, 1, 1) : spans.at(mark);
    }

    /** The parser's offset may lie behind the end of the text, so search for the character. */
    private Span firstForbidden() {
        String text = file.text();
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        Span end = new SourceFile(file.path(), text.substring(0, at)).end();
        return Span.at(file, end.line(), end.column());
    }

    private static String oneLine(@Nullable String text) {
        return text == null
                ? "it cannot be read"
                : text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    /** Aborts the reading of a file. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Span span;

        Unreadable(Span span, String message) {
            super(message);
            this.span = span;
        }
    }
}
