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

    /** One character, for places that have no length, such as the end of a file. */
    public static Span at(SourceFile file, int line, int column) {
        return new Span(file, line, column, line, column + 1);
    }

    public String path() {
        return file.path();
    }

    /** What stands there, if it stands on one line; else empty. */
    public String text() {
        if (line != endLine || line > file.lines() || endColumn - 1 > file.columns(line)) {
            return "";
        }
        return file.part(line, column, endColumn);
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
