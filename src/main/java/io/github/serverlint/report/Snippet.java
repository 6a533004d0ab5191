package io.github.serverlint.report;

import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
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
        SourceFile file = span.file();
        int length = span.line() > file.lines() ? 0 : file.columns(span.line());
        int start = span.column() - 1;
        if (length == 0 || start > length) {
            return Optional.empty();
        }
        int end = span.line() == span.endLine() ? Math.min(span.endColumn() - 1, length) : length;
        if (file.isConfidential()) {
            return alone(span, length, start, end);
        }
        // Only what is shown is looked at: a line may hold a whole estate, and each of its findings shows a part.
        int from = length > WIDEST && start > BEFORE ? start - BEFORE : 0;
        int to = Math.min(length, from + WIDEST);
        int split = Math.min(start, to) - from;
        int last = Math.max(split, Math.min(end, to) - from);
        int[] shown = shown(span, from, to);
        return Optional.of(new Excerpt(
                span.line(),
                (from > 0 ? CUT : "") + new String(shown, 0, split),
                new String(shown, split, last - split),
                new String(shown, last, shown.length - last) + (to < length ? CUT : "")));
    }

    /** A part of the line of a place, made safe. */
    private static int[] shown(Span span, int from, int to) {
        return OutputSanitizer.snippet(span.file().part(span.line(), from + 1, to + 1))
                .codePoints()
                .toArray();
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
    private static Optional<Excerpt> alone(Span span, int length, int start, int end) {
        if (span.line() != span.endLine() || end <= start + 1 || end - start > WIDEST) {
            return Optional.empty();
        }
        int[] value = shown(span, start, end);
        String text = span.text();
        if (value[0] == '{' || value[0] == '[' || !SecretKeys.cutFrom(text).equals(text)) {
            return Optional.empty();
        }
        return Optional.of(new Excerpt(
                span.line(),
                isBlank(span, 0, start) ? " ".repeat(start) : CUT,
                new String(value, 0, value.length),
                isBlank(span, end, length) ? "" : CUT));
    }

    /** Whether nothing stands in a part of a line, and that is no more than anybody shows. */
    private static boolean isBlank(Span span, int from, int to) {
        return to - from <= WIDEST
                && span.file().part(span.line(), from + 1, to + 1).isBlank();
    }
}
