package io.github.serverlint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One text file that was read.
 *
 * @param path how people name the file: relative to the base directory where it lies inside, with {@code /}
 * @param text the whole text, decoded, without a byte order mark
 */
public record SourceFile(String path, String text) {

    /** The text of a line without its line break; empty for a line that the file does not have. Lines count from 1. */
    public String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            start = nextLine(start);
            if (start < 0) {
                return "";
            }
        }
        return text.substring(start, endOfLine(start));
    }

    /** All lines, for readers that walk through a file. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start >= 0; start = nextLine(start)) {
            lines.add(text.substring(start, endOfLine(start)));
        }
        return lines;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < text.length() && !isLineBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The offset of the line after the one that holds {@code start}, or -1 where there is none. */
    private int nextLine(int start) {
        int end = endOfLine(start);
        if (end == text.length()) {
            return -1;
        }
        boolean windows = text.startsWith("\r\n", end);
        return end + (windows ? 2 : 1);
    }

    /** The line breaks of YAML 1.1, so that lines are counted here as the parser counts them. */
    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    @Override
    public String toString() {
        return path;
    }
}
