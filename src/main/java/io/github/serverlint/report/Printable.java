package io.github.serverlint.report;

import java.util.Locale;

/** Text of the reader's files made safe for a terminal: no control character of theirs gets through. */
final class Printable {
    /** What a person still reads. Only a value that nobody meant to write makes a message longer. */
    private static final int LONGEST = 1000;

    private static final String CUT = " ... ";

    private Printable() {}

    /** For findings: like {@link #message}, without the middle of what is longer than anybody reads. */
    static String finding(String text) {
        String safe = message(text);
        int length = safe.codePointCount(0, safe.length());
        if (length <= LONGEST) {
            return safe;
        }
        int kept = (LONGEST - CUT.length()) / 2;
        return safe.substring(0, safe.offsetByCodePoints(0, kept))
                + CUT
                + safe.substring(safe.offsetByCodePoints(safe.length(), -kept));
    }

    /** For messages: what cannot be seen is named. */
    static String message(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format(Locale.ROOT, "\\u{%X}", c));
            }
        });
        return safe.toString();
    }

    /** For snippets: what cannot be seen is one question mark, so that columns stay where they are. */
    static String snippet(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\t' || isHarmless(c) ? c : '?'));
        return safe.toString();
    }

    static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            // Format characters turn the direction of writing, or join what is apart.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
