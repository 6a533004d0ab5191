package io.github.serverlint.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A range of a file. Lines and columns count from 1, columns in code points; the end column is one past the last
 * character.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) {

    /** By path, then line, then column. */
    public static final Comparator<Span> READING_ORDER = Span::compare;

    /**
     * @throws IllegalArgumentException if the range is invalid: before line 1 or column 1, or ending before it begins
     */
    public Span {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "no such place: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** A span of one character, for positions without a length; empty behind the end of a line. */
    public static Span at(SourceFile file, int line, int column) {
        boolean isPastLineEnd = (line > file.lines() ? 0 : file.columns(line)) < column;
        return new Span(file, line, column, line, isPastLineEnd ? column : column + 1);
    }

    public String path() {
        return file.path();
    }

    /** The text of the span if it lies on one line; else empty. */
    public String text() {
        if (line != endLine || line > file.lines() || endColumn - 1 > file.columns(line)) {
            return "";
        }
        return file.part(line, column, endColumn);
    }

    /** Whether both spans begin on the same line of the same file. */
    public boolean startsOnLineOf(Span other) {
        return file == other.file && line == other.line;
    }

    private static int compare(Span one, Span other) {
        int order = one.path().compareTo(other.path());
        order = order != 0 ? order : Integer.compare(one.line, other.line);
        order = order != 0 ? order : Integer.compare(one.column, other.column);
        order = order != 0 ? order : Integer.compare(one.endLine, other.endLine);
        return order != 0 ? order : Integer.compare(one.endColumn, other.endColumn);
    }

    // Written out because spans are compared very often, and the generated method of the record is slower at startup.
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Span span
                && line == span.line
                && column == span.column
                && endLine == span.endLine
                && endColumn == span.endColumn
                && file == span.file;
    }

    @Override
    public int hashCode() {
        return (file.hashCode() * 31 + line) * 31 + column;
    }

    /** {@code path:line:column}, as compilers write it and editors open it. */
    @Override
    public String toString() {
        return path() + ":" + line + ":" + column;
    }
}
