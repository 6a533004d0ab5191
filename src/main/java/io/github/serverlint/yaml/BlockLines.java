package io.github.serverlint.yaml;

import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;

/**
 * The lines of a file that holds only characters of which nobody doubts what they are: no tabs, no rare line breaks,
 * none that takes two places. So columns are counted in characters.
 */
final class BlockLines {
    /** What stands behind the last character of a line, to those who look. */
    static final char END = '\n';
    /** The indent where a document ends. */
    static final int NONE = -1;
    /** Further from its colon a key is none, so a line that is no longer holds no such key. */
    private static final int LONGEST = 1024;
    /** After so many lines it is asked whether the run is to stop. */
    private static final int CHECKED = 1024;

    private final String text;
    final SourceFile file;
    private final RunMonitor monitor;

    /** The line that is being read; what stands in it behind its end is left of others. */
    char[] chars = new char[LONGEST];

    /** How many characters the line has, and how far it is read. */
    int end;

    int pos;
    /** How many blanks it begins with. */
    int indent;

    int line;

    private int next;

    BlockLines(SourceFile file, RunMonitor monitor) {
        this.file = file;
        this.monitor = monitor;
        this.text = file.text();
    }

    /** Ends the reading of a line, in which nothing may be left but a comment. */
    void endLine() {
        int from = pos;
        skipBlanks();
        sure(pos == end || (chars[pos] == '#' && pos > from));
        nextLine();
    }

    /** Goes to the next line that holds more than a comment. */
    void nextLine() {
        do {
            if (next == text.length()) {
                end = 0;
                pos = 0;
                indent = NONE;
                return;
            }
            line++;
            if (line % CHECKED == 0) {
                monitor.checkCancelled();
            }
            takeLine();
            requireOrdinary();
            skipBlanks();
        } while (pos == end || chars[pos] == '#');
        sure(end <= LONGEST);
        indent = isMark("---") || isMark("...") ? NONE : pos;
    }

    private void takeLine() {
        int start = next;
        int feed = text.indexOf('\n', start);
        int stop = feed < 0 ? text.length() : feed;
        next = feed < 0 ? stop : feed + 1;
        if (feed > start && text.charAt(feed - 1) == '\r') {
            stop--;
        }
        pos = 0;
        end = stop - start;
        if (end > chars.length) {
            chars = new char[end];
        }
        text.getChars(start, stop, chars, 0);
    }

    private void requireOrdinary() {
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            if (c < ' ' || c > '~') {
                sure(isOrdinary(c));
            }
        }
    }

    /** Neither a control character nor a line break, a half of a character or a byte order mark. */
    private static boolean isOrdinary(char c) {
        return c >= '\u00A0'
                && c != '\u2028'
                && c != '\u2029'
                && !Character.isSurrogate(c)
                && c != '\uFEFF'
                && c < '\uFFFE';
    }

    boolean isMark(String mark) {
        return pos == 0
                && end >= 3
                && chars[0] == mark.charAt(0)
                && chars[1] == mark.charAt(1)
                && chars[2] == mark.charAt(2)
                && (end == 3 || chars[3] == ' ');
    }

    boolean isAtItem() {
        return here() == '-' && (pos + 1 == end || chars[pos + 1] == ' ');
    }

    boolean isAtBracket() {
        return here() == '[' || here() == '{';
    }

    boolean isAtColon() {
        return here() == ':' && (pos + 1 == end || chars[pos + 1] == ' ');
    }

    char here() {
        return pos < end ? chars[pos] : END;
    }

    void skipBlanks() {
        while (pos < end && chars[pos] == ' ') {
            pos++;
        }
    }

    /** From a character of the line to where it is read. */
    Span span(int from) {
        return new Span(file, line, from + 1, line, pos + 1);
    }

    static void sure(boolean condition) {
        if (!condition) {
            throw new NotPlain();
        }
    }

    /** Gives a file up. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }
}
