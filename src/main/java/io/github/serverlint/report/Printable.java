package io.github.serverlint.report;

/** Text of the reader's files made safe for whoever shows it: no control character of theirs gets through. */
public final class Printable {
    private Printable() {}

    /** For messages: what cannot be seen is named. */
    public static String message(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format("\\u{%X}", c));
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

    private static boolean isHarmless(int c) {
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
