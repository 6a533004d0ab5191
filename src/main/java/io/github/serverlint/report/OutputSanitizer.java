package io.github.serverlint.report;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sanitizer of text from the user's files: it replaces control characters and commands for build servers. */
public final class OutputSanitizer {
    /**
     * Azure Pipelines executes such <a
     * href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">logging commands</a> anywhere
     * in a line; the second {@code #} is replaced.
     */
    private static final Pattern COMMAND = Pattern.compile("(?<=#)#(?=[a-z]*\\[)");

    /**
     * GitHub executes such <a
     * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a> at
     * the beginning of a line.
     */
    private static final Pattern COMMAND_AT_START = Pattern.compile("^(\\s*):(?=:)");

    /** Maximum length of a readable text. Only an unintended value makes a message longer. */
    private static final int MAX_LENGTH = 1000;

    private static final String CUT = " ... ";

    private OutputSanitizer() {}

    /** Sanitizes the text of a finding: like {@link #message}, with the middle of a long text cut out. */
    public static String finding(String text) {
        // Cut first, so that a long text is not sanitized in vain.
        return cut(message(cut(text)));
    }

    private static String cut(String text) {
        int length = text.length() <= MAX_LENGTH ? 0 : text.codePointCount(0, text.length());
        if (length <= MAX_LENGTH) {
            return text;
        }
        int kept = (MAX_LENGTH - CUT.length()) / 2;
        return text.substring(0, text.offsetByCodePoints(0, kept))
                + CUT
                + text.substring(text.offsetByCodePoints(text.length(), -kept));
    }

    /** Sanitizes a message: invisible characters become their code points. */
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

    /** Sanitizes a snippet: an invisible character becomes one question mark, so that columns do not move. */
    static String snippet(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\t' || isHarmless(c) ? c : '?'));
        return COMMAND.matcher(safe).replaceAll("?");
    }

    /** Sanitizes JSON: invisible characters and commands become escapes, so that the strings keep their value. */
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
            // Format characters change the direction of writing or join words.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            // Other space characters look like a blank and would make two different words look the same.
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
