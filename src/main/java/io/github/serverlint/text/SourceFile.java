package io.github.serverlint.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One text file that was read; compared by identity. */
public final class SourceFile {
    private static final int[] UNKNOWN = new int[0];

    private final String path;
    private final String text;
    private final boolean whole;
    private final String below;
    private final boolean confidential;

    /** The offset at which each line begins. Most files are clean, and nobody asks for a line of them. */
    private volatile int[] lineStarts = UNKNOWN;

    /** The offset at which each character begins that takes two places of the text; most files have none. */
    private volatile int[] wideCharacters = UNKNOWN;

    /**
     * A file.
     *
     * @param path how people name it: relative to the base directory where it lies inside, with {@code /}
     * @param text the whole text, decoded, without a byte order mark
     */
    public SourceFile(String path, String text) {
        this(path, text, true);
    }

    public SourceFile(String path, String text, boolean whole) {
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
     * @param holdsSecrets whether the file holds what no message may show
     */
    public SourceFile foundAt(String pathBelow, boolean holdsSecrets) {
        return new SourceFile(path, text, whole, pathBelow, holdsSecrets);
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
        return Span.at(this, lines(), columns(lines()) + 1);
    }

    /** The text of a line without its line break; empty for a line that the file does not have. Lines count from 1. */
    public String line(int number) {
        return number > lines() ? "" : text.substring(lineStarts()[number - 1], endOf(number));
    }

    /**
     * A part of a line, as far as the line has it. Of a long line this is far less work than the line.
     *
     * @param from its first column
     * @param to the column behind its last
     */
    public String part(int line, int from, int to) {
        return line > lines() ? "" : text.substring(offset(line, from), offset(line, to));
    }

    /** How many characters a line of the file has, as columns count them. */
    public int columns(int line) {
        int start = lineStarts()[line - 1];
        int end = endOf(line);
        return end - start - (atOrBehind(end) - atOrBehind(start));
    }

    /** Where in the text a place of the file is; for a column behind the end of its line, where the line ends. */
    public int offset(int line, int column) {
        int start = lineStarts()[line - 1];
        int first = atOrBehind(start);
        // How many characters of two places stand before the column: each of them takes it one place further.
        int low = 0;
        int high = wideCharacters().length - first;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wideCharacters()[first + middle] - start - middle < column - 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (int) Math.min((long) start + column - 1 + low, endOf(line));
    }

    /** How many lines the file has; an empty file has one. */
    public int lines() {
        return lineStarts().length;
    }

    /** Where the last character of a line ends. */
    private int endOf(int line) {
        int[] starts = lineStarts();
        if (line == starts.length) {
            return text.length();
        }
        int end = starts[line] - 1;
        boolean windows = end > starts[line - 1] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
        return windows ? end - 1 : end;
    }

    /** The first of the characters of two places that does not stand before an offset. */
    private int atOrBehind(int offset) {
        int found = Arrays.binarySearch(wideCharacters(), offset);
        return found < 0 ? -found - 1 : found;
    }

    private int[] wideCharacters() {
        int[] known = wideCharacters;
        if (known == UNKNOWN) {
            known = IntStream.range(0, text.length())
                    .filter(at -> Character.isHighSurrogate(text.charAt(at))
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1)))
                    .toArray();
            wideCharacters = known;
        }
        return known;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == UNKNOWN) {
            known = IntStream.concat(
                            IntStream.of(0),
                            IntStream.range(0, text.length())
                                    .filter(at -> isLineBreak(text.charAt(at)) && !isFirstOfTwo(at))
                                    .map(at -> at + 1))
                    .toArray();
            lineStarts = known;
        }
        return known;
    }

    /** Whether a line break goes on with the next character, as on Windows. */
    private boolean isFirstOfTwo(int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
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
