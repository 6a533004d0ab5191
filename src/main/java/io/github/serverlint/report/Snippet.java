package io.github.serverlint.report;

import io.github.serverlint.layout.record.Secrets;
import io.github.serverlint.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * The line of a place with a mark under it. Of a confidential file nothing is shown but the value at the place: whatever
 * else stands on its line may be a password.
 */
final class Snippet {
    /** Of a longer line only the part around the place is shown. */
    private static final int WIDEST = 120;

    private static final int BEFORE = 40;
    private static final String CUT = "...";

    private Snippet() {}

    /** Two lines; none for a place in a line that the file does not have. */
    static List<String> of(Span span) {
        int[] line =
                Printable.snippet(span.file().line(span.line())).codePoints().toArray();
        int start = span.column() - 1;
        if (line.length == 0 || start > line.length) {
            return List.of();
        }
        int end = span.line() == span.endLine() ? span.endColumn() - 1 : line.length;
        if (span.file().isConfidential()) {
            return alone(span, line, start, Math.min(end, line.length));
        }
        int from = line.length > WIDEST && start > BEFORE ? start - BEFORE : 0;
        int to = Math.min(line.length, from + WIDEST);
        String head = from > 0 ? CUT : "";
        String tail = to < line.length ? CUT : "";
        String shown = head + new String(line, from, to - from) + tail;
        // Tabs stay tabs in front of the mark, so that it stands below its text however wide they are.
        StringBuilder mark = new StringBuilder(" ".repeat(head.length()));
        for (int i = from; i < Math.min(start, to); i++) {
            mark.append(line[i] == '\t' ? '\t' : ' ');
        }
        int length = Math.max(1, Math.min(end, to) - start);
        mark.append('^').append("~".repeat(length - 1));
        return List.of(String.format("%5d | %s", span.line(), shown), String.format("%5s | %s", "", mark));
    }

    /** Only text on one line is a value by itself; brackets may hold other values, and a place without length is none. */
    private static List<String> alone(Span span, int[] line, int start, int end) {
        boolean isText = span.line() == span.endLine()
                && end > start + 1
                && line[start] != '{'
                && line[start] != '['
                && end - start <= WIDEST
                && Secrets.cutFrom(span.text()).equals(span.text());
        if (!isText) {
            return List.of();
        }
        String head = isBlank(line, 0, start) ? " ".repeat(start) : CUT;
        String tail = isBlank(line, end, line.length) ? "" : CUT;
        String mark = " ".repeat(head.length()) + "^" + "~".repeat(end - start - 1);
        return List.of(
                String.format(Locale.ROOT, "%5d | %s", span.line(), head + new String(line, start, end - start) + tail),
                String.format(Locale.ROOT, "%5s | %s", "", mark));
    }

    private static boolean isBlank(int[] line, int from, int to) {
        return new String(line, from, to - from).isBlank();
    }
}
