package io.github.serverlint.source;

import java.util.ArrayList;
import java.util.List;

/** One text file that was read; compared by identity. */
public final class SourceFile {
    private static final int[] UNKNOWN = {};

    private final String path;
    private final String text;
    private final boolean whole;
    private final String below;
    private final boolean confidential;

    /** The offset at which each line begins. Most files are clean, and nobody asks for a line of them. */
    private volatile int[] lineStarts = UNKNOWN;

    /**
     * A file.
     *
     * @param path how people name it: relative to the base directory where it lies inside, with {@code /}
     * @param text the whole text, decoded, without a byte order mark
     */
    public SourceFile(String path, String text) {
        this(path, text, true);
    }

    SourceFile(String path, String text, boolean whole) {
        this(path, text, whole, path, false);
    }

    private SourceFile(String path, String text, boolean whole, String below, boolean confidential) {
        this.path = path;
        this.text = text;
        this.whole = whole;
        this.below = below;
        this.confidential = confidential;
    }

    /**
     * The same text as a file of the definitions.
     *
     * @param pathBelow its path in the folder that was searched
     * @param scope what the folder was searched for
     */
    public SourceFile foundAt(String pathBelow, Scope scope) {
        return new SourceFile(path, text, whole, pathBelow, scope.confidential());
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /**
     * The path in the folder that was searched for it, with {@code /}; of a file that was named itself, its name.
     * Patterns are compared with it.
     */
    public String below() {
        return below;
    }

    /** Whether the file holds what no message may show: then only the value that one is about may be shown of it. */
    public boolean isConfidential() {
        return confidential;
    }

    /** Whether the file is text to its end; if not, {@link #text} ends before the first bytes that are no text. */
    public boolean isWhole() {
        return whole;
    }

    /** The place behind the last character. */
    public Span end() {
        String last = line(lines());
        return Span.at(this, lines(), last.codePointCount(0, last.length()) + 1);
    }

    /** The text of a line without its line break; empty for a line that the file does not have. Lines count from 1. */
    public String line(int number) {
        int[] starts = lineStarts();
        if (number > starts.length) {
            return "";
        }
        if (number == starts.length) {
            return text.substring(starts[number - 1]);
        }
        int end = starts[number] - 1;
        boolean windows = end > starts[number - 1] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
        return text.substring(starts[number - 1], windows ? end - 1 : end);
    }

    /** How many lines the file has; an empty file has one. */
    public int lines() {
        return lineStarts().length;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == UNKNOWN) {
            List<Integer> starts = new ArrayList<>(List.of(0));
            for (int i = 0; i < text.length(); i++) {
                boolean windows = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (isLineBreak(text.charAt(i)) && !windows) {
                    starts.add(i + 1);
                }
            }
            known = starts.stream().mapToInt(Integer::intValue).toArray();
            lineStarts = known;
        }
        return known;
    }

    /** The line breaks of YAML 1.1, so that lines are counted here as the parser counts them. */
    public static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    @Override
    public String toString() {
        return path;
    }
}
