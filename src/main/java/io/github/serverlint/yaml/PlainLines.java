package io.github.serverlint.yaml;

import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;

/**
 * The lines of a file that holds only characters of which nobody doubts what they are: no tabs, no rare line breaks,
 * none that takes two places. So columns are counted in characters.
 */
final class PlainLines {
    /** What stands behind the last character of a line, to those who look. */
    static final char END = '\n';
    /** The indent where a document ends. */
    static final int NONE = -1;
    /** Further from its colon a key is none, so a line that is no longer holds no such key. */
    private static final int LONGEST = 1024;

    final String text;
    private final SourceFile file;

    /** The line that is being read, where it begins and ends, and how far it is read. */
    int start;

    int end;
    int pos;
    /** The column of its first character, from 0. */
    int indent;

    private int line;
    private int next;

    PlainLines(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Ends the reading of a line, in which nothing may be left but a comment. */
    void endLine() {
        int from = pos;
        skipBlanks();
        sure(pos == end || (text.charAt(pos) == '#' && pos > from));
        nextLine();
    }

    /** Goes to the next line that holds more than a comment. */
    void nextLine() {
        do {
            if (next == text.length()) {
                start = end;
                pos = end;
                indent = NONE;
                return;
            }
            line++;
            start = next;
            end = endOfLine();
            pos = start;
            skipBlanks();
        } while (pos == end || text.charAt(pos) == '#');
        sure(end - start <= LONGEST);
        indent = isMark("---") || isMark("...") ? NONE : pos - start;
    }

    /** Where the line at the start ends; the next one begins behind its line break. */
    private int endOfLine() {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                next = i + 1;
                return i;
            }
            if (c == '\r') {
                sure(i + 1 < text.length() && text.charAt(i + 1) == '\n');
                next = i + 2;
                return i;
            }
            sure(c >= ' ' && (c <= '~' || isOrdinary(c)));
        }
        next = text.length();
        return next;
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
        return pos == start
                && end - start >= 3
                && text.startsWith(mark, start)
                && (end - start == 3 || text.charAt(start + 3) == ' ');
    }

    boolean isAtItem() {
        return here() == '-' && (pos + 1 == end || text.charAt(pos + 1) == ' ');
    }

    boolean isAtBracket() {
        return here() == '[' || here() == '{';
    }

    boolean isAtColon() {
        return here() == ':' && (pos + 1 == end || text.charAt(pos + 1) == ' ');
    }

    char here() {
        return pos < end ? text.charAt(pos) : END;
    }

    void skipBlanks() {
        while (pos < end && text.charAt(pos) == ' ') {
            pos++;
        }
    }

    /** From an offset in the line to where it is read. */
    Span span(int from) {
        return new Span(file, line, from - start + 1, line, pos - start + 1);
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
