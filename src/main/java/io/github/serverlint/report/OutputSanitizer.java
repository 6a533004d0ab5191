package io.github.serverlint.report;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of the reader's files made safe for whoever shows it: no control character of theirs gets through. */
public final class OutputSanitizer {
    /** Build servers obey such words in their logs, wherever in a line they stand; the second sign is the one to go. */
    private static final Pattern COMMAND = Pattern.compile("(?<=#)#(?=[a-z]*\\[)");

    /** And these at the beginning of a line. */
    private static final Pattern COMMAND_AT_START = Pattern.compile("^(\\s*):(?=:)");

    /** What a person still reads. Only a value that nobody meant to write makes a message longer. */
    private static final int LONGEST = 1000;

    private static final String CUT = " ... ";

    private OutputSanitizer() {}

    /** For findings: like {@link #message}, without the middle of what is longer than anybody reads. */
    public static String finding(String text) {
        // Cut first, because a long text would be made safe for nothing.
        return cut(message(cut(text)));
    }

    private static String cut(String text) {
        int length = text.length() <= LONGEST ? 0 : text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return text;
        }
        int kept = (LONGEST - CUT.length()) / 2;
        return text.substring(0, text.offsetByCodePoints(0, kept))
                + CUT
                + text.substring(text.offsetByCodePoints(text.length(), -kept));
    }

    /** For messages: what cannot be seen is named. */
    public static String message(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append("\\u{" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "}");
            }
        });
        String disarmed = COMMAND_AT_START.matcher(safe).replaceFirst("$1\\\\u{3A}");
        return COMMAND.matcher(disarmed).replaceAll("\\\\u{23}");
    }

    /** For snippets: what cannot be seen is one question mark, so that columns stay where they are. */
    static String snippet(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\t' || isHarmless(c) ? c : '?'));
        return COMMAND.matcher(safe).replaceAll("?");
    }

    /** For JSON, whose strings stay exact: what cannot be seen, and what is a command, is written as an escape. */
    public static String json(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return COMMAND.matcher(safe).replaceAll("\\\\u0023");
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
            // Others than the blank look like it, and nobody finds out why a word is not the one that it seems to be.
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
