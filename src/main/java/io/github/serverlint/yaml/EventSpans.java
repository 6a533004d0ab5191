package io.github.serverlint.yaml;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.NodeEvent;

/** Converter of the parser's marks to spans of a file. */
record EventSpans(SourceFile file) {

    Span of(Mark start, Mark end) {
        return new Span(file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }

    /** The span of a node's content, without the anchor and the tag at the start of its event. */
    Span content(NodeEvent event, @Nullable String tag, Mark end) {
        Span whole = of(event.getStartMark(), end);
        if (event.getAnchor() == null && tag == null) {
            return whole;
        }
        String text = file.text();
        int behind = file.offset(whole.endLine(), whole.endColumn());
        int at = file.offset(whole.line(), whole.column());
        int line = whole.line();
        int lineStart = at;
        int column = whole.column();
        while (at < behind) {
            char c = text.charAt(at);
            if (c == '#') {
                at = file.offset(line, Integer.MAX_VALUE);
            } else if (SourceFile.isLineBreak(c)) {
                at = file.offset(++line, 1);
                lineStart = at;
                column = 1;
            } else if (c == '&' || c == '!') {
                while (at < behind
                        && !Character.isWhitespace(text.charAt(at))
                        && !SourceFile.isLineBreak(text.charAt(at))) {
                    at++;
                }
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return new Span(
                        file, line, column + text.codePointCount(lineStart, at), whole.endLine(), whole.endColumn());
            }
        }
        // Only an anchor and a tag.
        return whole;
    }
}
