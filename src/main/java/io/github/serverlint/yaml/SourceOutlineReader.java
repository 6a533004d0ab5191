package io.github.serverlint.yaml;

import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Builder of a {@link SourceOutline} from the events of the YAML parser. */
final class SourceOutlineReader {
    /** A line that ends in the dash of an item on a later line. */
    private static final Pattern DASH = Pattern.compile("([ \\t-]*-)(?:[ \\t]+(?:#.*)?)?");

    private final SourceFile file;
    private final EventSpans spans;
    private final Parser parser;
    private final SourceOutline sourceOutline = new SourceOutline();
    private Place last = Place.NOWHERE;
    private int depth;

    SourceOutlineReader(SourceFile file) {
        this.file = file;
        this.spans = new EventSpans(file);
        this.parser = SnakeYamlReader.parser(file);
    }

    /** A path of keys in a document, with its two outermost keys. */
    private record Path(int level, String section, String name, String keys) {
        static final Path ROOT = new Path(0, "", "", "");

        Path entry(String key) {
            return new Path(
                    level + 1,
                    level == 0 ? key : section,
                    level == 1 ? key : name,
                    keys.isEmpty() ? key : keys + "." + key);
        }
    }

    SourceOutline read() {
        if (!file.isWhole()) {
            return sourceOutline;
        }
        try {
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                if (next() instanceof NodeEvent root) {
                    node(root, Path.ROOT);
                }
            }
            sourceOutline.endAt(new Place(Integer.MAX_VALUE, 1));
        } catch (YAMLException | NumberFormatException | IndexOutOfBoundsException e) {
            // The reader of the nodes reports the error; behind the last event nothing is known.
            sourceOutline.endAt(last);
        }
        return sourceOutline;
    }

    private Event next() {
        RunMonitor.checkInterrupted();
        Event event = parser.getEvent();
        last = place(event.getEndMark());
        return event;
    }

    /** Reads a node to its end, and returns the last place that belongs to it. */
    private Place node(NodeEvent event, Path path) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        if (!(event instanceof CollectionStartEvent start)) {
            return place(event.getEndMark());
        }
        if (++depth > YamlReader.MAX_DEPTH) {
            throw new YAMLException("too deep");
        }
        Place end = start instanceof MappingStartEvent ? mapping(start, path) : sequence(start, path);
        depth--;
        return end;
    }

    private Place mapping(CollectionStartEvent start, Path path) {
        Place end = place(start.getEndMark());
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            NodeEvent key = (NodeEvent) next();
            Path inside = path.entry(key instanceof ScalarEvent scalar ? scalar.getValue() : "?");
            Place behindKey = node(key, path);
            end = later(behindKey, value((NodeEvent) next(), inside));
            OutlinePart entry = add(inside, place(key.getStartMark()), end);
            if (inside.level() == 1) {
                sourceOutline.addOutermost(entry);
            } else if (inside.level() == 2) {
                sourceOutline.addNamed(entry);
            }
        }
        return closed(start, end);
    }

    private Place sequence(CollectionStartEvent start, Path path) {
        Place end = place(start.getEndMark());
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            NodeEvent item = (NodeEvent) next();
            Place begin = place(item.getStartMark());
            end = value(item, path);
            OutlinePart outlinePart = add(path, start.isFlow() ? begin : dash(begin), end);
            if (path.level() == 0) {
                sourceOutline.addOutermost(outlinePart);
            }
        }
        return closed(start, end);
    }

    /** Adds a value, which may begin on its own line; a block collection begins with its first key or item. */
    private Place value(NodeEvent event, Path path) {
        Span content = content(event);
        Place end = node(event, path);
        if (!(event instanceof CollectionStartEvent start) || start.isFlow()) {
            add(path, Place.of(content), end);
        }
        return end;
    }

    private Place scalar(ScalarEvent event) {
        Span content = content(event);
        Place end = place(event.getEndMark());
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        // A block scalar's indicator may be followed by a comment; its text begins on the next line.
        Place from = block ? new Place(content.line() + 1, 1) : Place.of(content);
        if (from.compareTo(end) < 0 && (!event.isPlain() || from.line() < end.line())) {
            sourceOutline.addText(from, end);
        }
        return end.column() == 1 && end.line() > content.line() ? new Place(end.line() - 1, Integer.MAX_VALUE) : end;
    }

    private Place closed(CollectionStartEvent start, Place end) {
        Event close = next();
        return start.isFlow() ? place(close.getEndMark()) : end;
    }

    private OutlinePart add(Path path, Place begin, Place end) {
        OutlinePart outlinePart = new OutlinePart(path.section(), path.name(), path.keys(), begin, later(begin, end));
        sourceOutline.add(outlinePart);
        return outlinePart;
    }

    /** The dash before an item, which may be on an earlier line. */
    private Place dash(Place item) {
        String text = file.line(item.line());
        int offset = text.offsetByCodePoints(0, item.column() - 1);
        String before = text.substring(0, offset).stripTrailing();
        if (!before.isEmpty()) {
            return before.endsWith("-") ? new Place(item.line(), before.length()) : item;
        }
        for (int line = item.line() - 1; line >= 1; line--) {
            Matcher dash = DASH.matcher(file.line(line));
            if (dash.matches()) {
                return new Place(line, dash.end(1));
            }
            String above = file.line(line).strip();
            if (!above.isEmpty() && !above.startsWith("#")) {
                break;
            }
        }
        return item;
    }

    private Span content(NodeEvent event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        return spans.content(event, tag, event.getEndMark());
    }

    private static Place later(Place one, Place other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Place place(Mark mark) {
        return spans.place(mark);
    }
}
