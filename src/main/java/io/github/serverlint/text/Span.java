package io.github.serverlint.text;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file. Lines and columns count from 1, columns in code points; the end column is one past the last
 * character.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) {

    /** By path, then line, then column: the order in which people read. */
    public static final Comparator<Span> READING_ORDER = Span::compare;

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
        boolean isBehind = (line > file.lines() ? 0 : file.columns(line)) < column;
        return new Span(file, line, column, line, isBehind ? column : column + 1);
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

    private static int compare(Span one, Span other) {
        int order = one.path().compareTo(other.path());
        order = order != 0 ? order : Integer.compare(one.line, other.line);
        order = order != 0 ? order : Integer.compare(one.column, other.column);
        order = order != 0 ? order : Integer.compare(one.endLine, other.endLine);
        return order != 0 ? order : Integer.compare(one.endColumn, other.endColumn);
    }

    // Written out, because spans are compared more than anything else, and a class made for it at run time takes its
    // time.
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
