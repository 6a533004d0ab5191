package io.github.serverlint.report;

import io.github.serverlint.layout.record.Secrets;
import io.github.serverlint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The line of a place, and what of it is meant. Of a confidential file nothing is shown but the value at the place:
 * whatever else stands on its line may be a password.
 */
public final class Snippet {
    /** Of a longer line only the part around the place is shown. */
    private static final int WIDEST = 120;

    private static final int BEFORE = 40;
    private static final String CUT = "...";

    private Snippet() {}

    /**
     * The part of a line that is shown.
     *
     * @param line its number
     * @param marked what is meant; empty for a place behind the last character
     */
    public record Excerpt(int line, String before, String marked, String after) {}

    /** Empty for a place in a line that the file does not have, and for an empty line. */
    public static Optional<Excerpt> excerpt(Span span) {
        String line = span.file().line(span.line());
        int length = line.codePointCount(0, line.length());
        int start = span.column() - 1;
        if (length == 0 || start > length) {
            return Optional.empty();
        }
        int end = span.line() == span.endLine() ? span.endColumn() - 1 : length;
        if (span.file().isConfidential()) {
            return alone(span, line, start, Math.min(end, length));
        }
        int from = length > WIDEST && start > BEFORE ? start - BEFORE : 0;
        int to = Math.min(length, from + WIDEST);
        int split = Math.min(start, to);
        int last = Math.max(split, Math.min(end, to));
        // A file may be one line, with as many findings: no more of it is made safe than is shown.
        int first = length == line.length() ? from : line.offsetByCodePoints(0, from);
        int[] shown = Printable.snippet(line.substring(first, line.offsetByCodePoints(first, to - from)))
                .codePoints()
                .toArray();
        return Optional.of(new Excerpt(
                span.line(),
                (from > 0 ? CUT : "") + new String(shown, 0, split - from),
                new String(shown, split - from, last - split),
                new String(shown, last - from, to - last) + (to < length ? CUT : "")));
    }

    /** The line, and a second one with a mark under the place; none where there is nothing to show. */
    static List<String> of(Span span) {
        return excerpt(span).map(Snippet::marked).orElse(List.of());
    }

    private static List<String> marked(Excerpt excerpt) {
        // Tabs stay tabs in front of the mark, so that it stands below its text however wide they are.
        StringBuilder mark = new StringBuilder();
        excerpt.before().codePoints().forEach(c -> mark.append(c == '\t' ? '\t' : ' '));
        int length =
                Math.max(1, excerpt.marked().codePointCount(0, excerpt.marked().length()));
        mark.append('^').append("~".repeat(length - 1));
        String shown = excerpt.before() + excerpt.marked() + excerpt.after();
        return List.of(
                String.format(Locale.ROOT, "%5d | %s", excerpt.line(), shown),
                String.format(Locale.ROOT, "%5s | %s", "", mark));
    }

    /** Only text on one line is a value by itself; brackets may hold other values, and a place without length is none. */
    private static Optional<Excerpt> alone(Span span, String line, int start, int end) {
        int first = line.offsetByCodePoints(0, start);
        boolean isText = span.line() == span.endLine()
                && end > start + 1
                && line.charAt(first) != '{'
                && line.charAt(first) != '['
                && end - start <= WIDEST
                && Secrets.cutFrom(span.text()).equals(span.text());
        if (!isText) {
            return Optional.empty();
        }
        int behind = line.offsetByCodePoints(first, end - start);
        return Optional.of(new Excerpt(
                span.line(),
                line.substring(0, first).isBlank() ? " ".repeat(start) : CUT,
                Printable.snippet(line.substring(first, behind)),
                line.substring(behind).isBlank() ? "" : CUT));
    }
}
