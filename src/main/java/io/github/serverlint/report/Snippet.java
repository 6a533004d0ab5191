package io.github.serverlint.report;

import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Source line of a location, with the part to mark. Of a confidential file only the value at the location is shown,
 * because the rest of the line may contain a password.
 */
public final class Snippet {
    /** Maximum width; of a longer line only the part around the location is shown. */
    private static final int MAX_WIDTH = 120;

    private static final int BEFORE = 40;
    private static final String CUT = "...";

    private Snippet() {}

    /**
     * Displayed part of a line.
     *
     * @param line the line number
     * @param marked the text to mark; empty for a location after the last character
     * @param isWhole whether nothing of the line is left out
     */
    public record Excerpt(int line, String before, String marked, String after, boolean isWhole) {
        /** Returns what is displayed of the line. */
        public String text() {
            return before + marked + after;
        }
    }

    /** Returns the excerpt of a location; empty if the line does not exist or is empty. */
    public static Optional<Excerpt> excerpt(Span span) {
        SourceFile file = span.file();
        int length = span.line() > file.lines() ? 0 : file.columns(span.line());
        int start = span.column() - 1;
        if (length == 0 || start > length) {
            return Optional.empty();
        }
        int end = span.line() == span.endLine() ? Math.min(span.endColumn() - 1, length) : length;
        if (file.isConfidential()) {
            return valueOnly(span, length, start, end);
        }
        // Only the displayed part is processed: a whole estate may be on one line with many findings.
        int from = length > MAX_WIDTH && start > BEFORE ? start - BEFORE : 0;
        int to = Math.min(length, from + MAX_WIDTH);
        int split = Math.min(start, to) - from;
        int last = Math.max(split, Math.min(end, to) - from);
        int[] shown = shown(span, from, to);
        return Optional.of(new Excerpt(
                span.line(),
                (from > 0 ? CUT : "") + new String(shown, 0, split),
                new String(shown, split, last - split),
                new String(shown, last, shown.length - last) + (to < length ? CUT : ""),
                from == 0 && to == length));
    }

    /** Returns a sanitized part of a line. */
    private static int[] shown(Span span, int from, int to) {
        return OutputSanitizer.snippet(span.file().part(span.line(), from + 1, to + 1))
                .codePoints()
                .toArray();
    }

    /** Returns the line and a second one with a mark below the location; empty if there is no excerpt. */
    static List<String> of(Span span) {
        return excerpt(span).map(Snippet::marked).orElse(List.of());
    }

    private static List<String> marked(Excerpt excerpt) {
        // Tabs before the mark stay tabs, so that it is below its text at any tab width.
        StringBuilder mark = new StringBuilder();
        excerpt.before().codePoints().forEach(c -> mark.append(c == '\t' ? '\t' : ' '));
        int length =
                Math.max(1, excerpt.marked().codePointCount(0, excerpt.marked().length()));
        mark.append('^').append("~".repeat(length - 1));
        return List.of(
                String.format(Locale.ROOT, "%5d | %s", excerpt.line(), excerpt.text()),
                String.format(Locale.ROOT, "%5s | %s", "", mark));
    }

    /**
     * Returns a value on one line without its surroundings; empty for collections, which may contain other values, and
     * for empty locations.
     */
    private static Optional<Excerpt> valueOnly(Span span, int length, int start, int end) {
        if (span.line() != span.endLine() || end <= start + 1 || end - start > MAX_WIDTH) {
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
                isBlank(span, end, length) ? "" : CUT,
                false));
    }

    /** Tells whether a part of a line is blank and short enough to be shown. */
    private static boolean isBlank(Span span, int from, int to) {
        return to - from <= MAX_WIDTH
                && span.file().part(span.line(), from + 1, to + 1).isBlank();
    }
}
