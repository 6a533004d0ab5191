package io.github.serverlint.yaml;

import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;

/**
 * Line scanner of {@link BlockYamlReader}. It accepts only unambiguous characters: no tabs, no unusual line breaks, no
 * surrogate pairs. So columns can be counted in chars.
 */
final class BlockLines {
    /** The character returned behind the end of a line. */
    static final char END = '\n';
    /** The indent at the end of a document. */
    static final int NONE = -1;
    /** Limit of YAML on the length of a simple key. No longer line is accepted, so no longer key needs a check. */
    private static final int MAX_LINE_LENGTH = 1024;
    /** Number of lines between two checks for cancellation. */
    private static final int CANCEL_CHECK_INTERVAL = 1024;

    private final String text;
    final SourceFile file;
    private final RunMonitor monitor;

    /** The current line; characters behind {@link #end} are left over from earlier lines. */
    char[] chars = new char[MAX_LINE_LENGTH];

    /** The length of the line, and the read position in it. */
    int end;

    int pos;
    /** The indentation of the line. */
    int indent;

    int line;

    private int next;

    BlockLines(SourceFile file, RunMonitor monitor) {
        this.file = file;
        this.monitor = monitor;
        this.text = file.text();
    }

    /** Requires that nothing but a comment is left in the line, and goes to the next. */
    void endLine() {
        int from = pos;
        skipBlanks();
        require(pos == end || (chars[pos] == '#' && pos > from));
        nextLine();
    }

    /** Goes to the next line that is neither blank nor a comment. */
    void nextLine() {
        do {
            if (next == text.length()) {
                end = 0;
                pos = 0;
                indent = NONE;
                return;
            }
            line++;
            if (line % CANCEL_CHECK_INTERVAL == 0) {
                monitor.checkCancelled();
            }
            loadLine();
            requirePrintable();
            skipBlanks();
        } while (pos == end || chars[pos] == '#');
        require(end <= MAX_LINE_LENGTH);
        indent = isMark("---") || isMark("...") ? NONE : pos;
    }

    private void loadLine() {
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

    private void requirePrintable() {
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            if (c < ' ' || c > '~') {
                require(isPrintable(c));
            }
        }
    }

    /** Whether a character is none of: control character, line break, surrogate, byte order mark. */
    private static boolean isPrintable(char c) {
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

    /** The span from a column of the line to the read position. */
    Span span(int from) {
        return new Span(file, line, from + 1, line, pos + 1);
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new UnsupportedYaml();
        }
    }

    /** Signals that the file is outside the supported subset. */
    static final class UnsupportedYaml extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsupportedYaml() {
            super("not plain", null, false, false);
        }
    }
}
