package io.github.serverlint.yaml;

import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.NodeEvent;

/** Where the events of the YAML parser stand in a file. */
record EventSpans(SourceFile file) {

    Span of(Mark start, Mark end) {
        return new Span(file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }

    /** From the first character of a node itself, behind the anchor and the tag with which its event begins. */
    Span content(NodeEvent event, @Nullable String tag, Mark end) {
        Span whole = of(event.getStartMark(), end);
        if (event.getAnchor() == null && tag == null) {
            return whole;
        }
        int line = whole.line();
        String text = file.line(line);
        int offset = text.offsetByCodePoints(0, whole.column() - 1);
        while (line < whole.endLine()
                || (line == whole.endLine() && text.codePointCount(0, offset) + 1 < whole.endColumn())) {
            if (offset == text.length() || text.charAt(offset) == '#') {
                text = file.line(++line);
                offset = 0;
            } else if (text.charAt(offset) == '&' || text.charAt(offset) == '!') {
                while (offset < text.length() && !Character.isWhitespace(text.charAt(offset))) {
                    offset++;
                }
            } else if (Character.isWhitespace(text.charAt(offset))) {
                offset++;
            } else {
                int column = text.codePointCount(0, offset) + 1;
                return new Span(file, line, column, whole.endLine(), whole.endColumn());
            }
        }
        // Nothing but anchor and tag.
        return whole;
    }
}
