package io.github.serverlint.source;

import java.util.Comparator;

/**
 * A stretch of a file. Lines and columns count from 1, columns in code points; the end column is one past the last
 * character.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) {

    /** By path, then line, then column: the order in which people read. */
    public static final Comparator<Span> READING_ORDER = Comparator.comparing(Span::path)
            .thenComparingInt(Span::line)
            .thenComparingInt(Span::column)
            .thenComparingInt(Span::endLine)
            .thenComparingInt(Span::endColumn);

    /**
     * @throws IllegalArgumentException if the place cannot exist: before line 1 or column 1, or ending before it begins
     */
    public Span {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "no such place: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** One character, for places that have no length; behind the end of a line, where there is none, nothing. */
    public static Span at(SourceFile file, int line, int column) {
        String text = file.line(line);
        boolean isBehind = text.codePointCount(0, text.length()) < column;
        return new Span(file, line, column, line, isBehind ? column : column + 1);
    }

    public String path() {
        return file.path();
    }

    /** What stands there, if it stands on one line; else empty. */
    public String text() {
        String text = file.line(line);
        int length = text.codePointCount(0, text.length());
        if (line != endLine || endColumn - 1 > length) {
            return "";
        }
        return text.substring(text.offsetByCodePoints(0, column - 1), text.offsetByCodePoints(0, endColumn - 1));
    }

    /** Whether both begin on one line of one file. */
    public boolean startsOnLineOf(Span other) {
        return file == other.file && line == other.line;
    }

    /** {@code path:line:column}, as compilers write it and editors open it. */
    @Override
    public String toString() {
        return path() + ":" + line + ":" + column;
    }
}
