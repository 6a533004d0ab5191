package io.github.serverlint.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A text file that was read. Instances are compared by identity. */
public final class SourceFile {
    private static final int[] UNKNOWN = new int[0];

    private final String path;
    private final String text;
    private final String below;
    private final boolean confidential;
    private final boolean besideFolder;
    private final boolean outside;
    private final TextDecoder.Decoded content;

    /** The offset at which each line begins; computed on first use, since most files have no findings. */
    private volatile int[] lineStarts = UNKNOWN;

    /** The offset of each surrogate pair; computed on first use. Most files have none. */
    private volatile int[] surrogatePairs = UNKNOWN;

    /**
     * A file.
     *
     * @param path the path in messages: relative to the base directory where it lies inside, with {@code /}
     * @param text the whole text, decoded, without a byte order mark
     */
    public SourceFile(String path, String text) {
        this(path, new TextDecoder.Decoded(text, true));
    }

    public SourceFile(String path, TextDecoder.Decoded content) {
        this(path, content, path, false, false, false);
    }

    private SourceFile(
            String path,
            TextDecoder.Decoded content,
            String below,
            boolean confidential,
            boolean besideFolder,
            boolean outside) {
        this.path = path;
        this.text = content.text();
        this.below = below;
        this.confidential = confidential;
        this.besideFolder = besideFolder;
        this.outside = outside;
        this.content = content;
    }

    /** A link that leaves the repository. Nothing of what it leads to was read. */
    public static SourceFile outside(String path) {
        return new SourceFile(path, new TextDecoder.Decoded("", true), path, false, false, true);
    }

    /** Whether it is a link that leaves the repository, so that its text is not known. */
    public boolean isOutside() {
        return outside;
    }

    /**
     * The same text as a file of the definitions.
     *
     * @param pathBelow its path relative to the searched folder
     * @param holdsSecrets whether the file may hold secrets that no message may show
     */
    public SourceFile foundAt(String pathBelow, boolean holdsSecrets) {
        return new SourceFile(path, content, pathBelow, holdsSecrets, besideFolder, outside);
    }

    /** The same file beside a folder that has its name without the extension. */
    public SourceFile besideFolder() {
        return new SourceFile(path, content, below, confidential, true, outside);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /**
     * The path relative to the searched folder, with {@code /}; for a file that was named itself, its name. Patterns
     * are matched against it.
     */
    public String below() {
        return below;
    }

    /** Whether the file may hold secrets. A message then quotes nothing of it but the value it reports. */
    public boolean isConfidential() {
        return confidential;
    }

    /**
     * Whether a folder beside it is known to have its name without the extension. Ansible reads that instead, even if it
     * is empty, so that none of its files is found.
     */
    public boolean isBesideFolder() {
        return besideFolder;
    }

    public FileEncoding encoding() {
        return content.encoding();
    }

    /** Whether the whole file was decoded; if not, {@link #text} ends before the first invalid bytes. */
    public boolean isWhole() {
        return content.whole();
    }

    /** The position behind the last character. */
    public Span end() {
        return Span.at(this, lines(), columns(lines()) + 1);
    }

    /** The text of a line without its line break; empty for a line that the file does not have. Lines count from 1. */
    public String line(int number) {
        return number > lines() ? "" : text.substring(lineStarts()[number - 1], endOf(number));
    }

    /**
     * A part of a line, cut off at the end of the line. Cheaper than the whole line where the line is long.
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
        return end - start - (firstPairFrom(end) - firstPairFrom(start));
    }

    /** The offset of a position in the text; for a column behind the end of its line, the end of the line. */
    public int offset(int line, int column) {
        int start = lineStarts()[line - 1];
        int first = firstPairFrom(start);
        // Count the surrogate pairs before the column: each of them takes one more char.
        int low = 0;
        int high = surrogatePairs().length - first;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (surrogatePairs()[first + middle] - start - middle < column - 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (int) Math.min((long) start + column - 1 + low, endOf(line));
    }

    /** The line of an offset in the text. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** The column of an offset in the text. */
    public int columnAt(int offset) {
        int start = lineStarts()[lineAt(offset) - 1];
        return offset - start - (firstPairFrom(offset) - firstPairFrom(start)) + 1;
    }

    /** How many lines the file has; an empty file has one. */
    public int lines() {
        return lineStarts().length;
    }

    /** The offset behind the last character of a line. */
    private int endOf(int line) {
        int[] starts = lineStarts();
        if (line == starts.length) {
            return text.length();
        }
        int end = starts[line] - 1;
        boolean windows = end > starts[line - 1] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
        return windows ? end - 1 : end;
    }

    /** The index of the first surrogate pair at or behind an offset. */
    private int firstPairFrom(int offset) {
        int found = Arrays.binarySearch(surrogatePairs(), offset);
        return found < 0 ? -found - 1 : found;
    }

    private int[] surrogatePairs() {
        int[] known = surrogatePairs;
        if (known == UNKNOWN) {
            known = IntStream.range(0, text.length())
                    .filter(at -> Character.isHighSurrogate(text.charAt(at))
                            && at + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(at + 1)))
                    .toArray();
            surrogatePairs = known;
        }
        return known;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == UNKNOWN) {
            known = IntStream.concat(
                            IntStream.of(0),
                            IntStream.range(0, text.length())
                                    .filter(at -> isLineBreak(text.charAt(at)) && !isFirstOfCrLf(at))
                                    .map(at -> at + 1))
                    .toArray();
            lineStarts = known;
        }
        return known;
    }

    /** Whether a line break is the first half of CR LF. */
    private boolean isFirstOfCrLf(int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    /**
     * Whether a character ends a line, as editors and the readers of reports count lines. YAML 1.1 has further line
     * breaks, which only its parser counts.
     */
    public static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return path;
    }
}
