package io.github.serverlint.yaml;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Positions of the parts of a file in its text, as far as it could be read. Unlike the nodes it describes what is
 * written, not what it means: duplicate keys, merge keys and aliases are parts like any other.
 */
public final class SourceOutline {
    private final NavigableMap<Integer, OutlinePart> byLine = new TreeMap<>();
    private final NavigableMap<Place, OutlinePart> outermost = new TreeMap<>();
    private final NavigableMap<Place, OutlinePart> named = new TreeMap<>();
    private final NavigableMap<Place, Place> texts = new TreeMap<>();
    private Place end = Place.NOWHERE;

    SourceOutline() {}

    /** Reads the outline of a file as far as possible. */
    public static SourceOutline of(SourceFile file) {
        return new SourceOutlineReader(file).read();
    }

    /** A position in the text; line and column count from 1, columns in code points. */
    public record Place(int line, int column) implements Comparable<Place> {
        static final Place NOWHERE = new Place(0, 0);
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

        /** The start of a span. */
        public static Place of(Span span) {
            return new Place(span.line(), span.column());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * An entry with its value, an item of a list, or several that begin on one line.
     *
     * @param section the top-level key that contains it, such as {@code servers}; empty if there is none
     * @param name the key below that, such as {@code mail01}; empty if it is not that deep
     * @param keyPath the path of keys in the document, such as {@code servers.mail01.exchange}
     * @param end the last position that belongs to it
     */
    public record OutlinePart(String section, String name, String keyPath, Place begin, Place end) {

        public boolean holds(Place place) {
            return begin.compareTo(place) <= 0 && place.compareTo(end) <= 0;
        }

        /** Joins two parts under the name of the outer one, or the first. */
        OutlinePart and(OutlinePart other) {
            int order = begin.compareTo(other.begin);
            boolean first = order < 0 || (order == 0 && end.compareTo(other.end) >= 0);
            OutlinePart naming = first ? this : other;
            Place last = end.compareTo(other.end) >= 0 ? end : other.end;
            return new OutlinePart(naming.section, naming.name, naming.keyPath, naming.begin, last);
        }
    }

    /** Everything that begins on a line, including nested parts. */
    public Optional<OutlinePart> beginningOn(int line) {
        return Optional.ofNullable(byLine.get(line));
    }

    /** The first part that begins on or after a line. */
    public Optional<OutlinePart> next(int line) {
        return part(byLine.ceilingEntry(line));
    }

    /** The last named part, such as a server, that begins before a line. */
    public Optional<OutlinePart> lastNamedBefore(int line) {
        return part(named.lowerEntry(new Place(line, 0)));
    }

    /** The named part, such as a server, that contains a place. */
    public Optional<OutlinePart> namedAround(Place place) {
        return part(named.floorEntry(place)).filter(found -> found.holds(place));
    }

    /** The place itself, or if no part contains it, the start of the next part. */
    public Place belonging(Place place) {
        if (part(outermost.floorEntry(place))
                .filter(found -> found.holds(place))
                .isPresent()) {
            return place;
        }
        Place following = outermost.ceilingKey(place);
        return following == null ? place : following;
    }

    /** Whether a place lies inside a quoted or multi-line text, where {@code #} begins no comment. */
    public boolean isText(Place place) {
        Map.Entry<Place, Place> text = texts.floorEntry(place);
        return text != null && place.compareTo(text.getValue()) < 0;
    }

    /** Whether the file could be read up to a place. */
    public boolean reaches(Place place) {
        return place.compareTo(end) < 0;
    }

    void add(OutlinePart outlinePart) {
        byLine.merge(outlinePart.begin().line(), outlinePart, OutlinePart::and);
    }

    void addOutermost(OutlinePart outlinePart) {
        outermost.putIfAbsent(outlinePart.begin(), outlinePart);
    }

    void addNamed(OutlinePart outlinePart) {
        named.putIfAbsent(outlinePart.begin(), outlinePart);
    }

    void addText(Place from, Place to) {
        texts.put(from, to);
    }

    void endAt(Place place) {
        end = place;
    }

    private static Optional<OutlinePart> part(Map.@Nullable Entry<?, OutlinePart> entry) {
        return entry == null ? Optional.empty() : Optional.of(entry.getValue());
    }
}
