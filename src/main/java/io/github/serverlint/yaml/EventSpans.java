package io.github.serverlint.yaml;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * Converter of the parser's marks to spans of a file. Where the text holds one of the <a
 * href="https://yaml.org/spec/1.1/#id872840">line breaks of YAML 1.1</a> that end no line elsewhere, the parser counts
 * more lines than the file has.
 */
final class EventSpans {
    private static final int[] AS_IN_THE_FILE = new int[0];

    private final SourceFile file;
    /** The offset at which each line of the parser begins. */
    private final int[] parserLines;

    EventSpans(SourceFile file) {
        this.file = file;
        String text = file.text();
        boolean isAlike = text.indexOf('\u0085') < 0 && text.indexOf('\u2028') < 0 && text.indexOf('\u2029') < 0;
        this.parserLines = isAlike ? AS_IN_THE_FILE : parserLines(text);
    }

    /** Whether a character ends a line for the parser. */
    static boolean isBreakOfYaml(char c) {
        return SourceFile.isLineBreak(c) || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static int[] parserLines(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> isBreakOfYaml(text.charAt(at)) && !text.startsWith("\r\n", at))
                                .map(at -> at + 1))
                .toArray();
    }

    Place place(Mark mark) {
        if (parserLines == AS_IN_THE_FILE) {
            return new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
        int start = parserLines[Math.min(mark.getLine(), parserLines.length - 1)];
        String text = file.text();
        int column = Math.min(mark.getColumn(), text.codePointCount(start, text.length()));
        int offset = text.offsetByCodePoints(start, column);
        return new Place(file.lineAt(offset), file.columnAt(offset));
    }

    Span at(Mark mark) {
        Place place = place(mark);
        return Span.at(file, place.line(), place.column());
    }

    Span of(Mark start, Mark end) {
        if (parserLines == AS_IN_THE_FILE) {
            return new Span(file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
        }
        Place from = place(start);
        Place to = place(end);
        return new Span(file, from.line(), from.column(), to.line(), to.column());
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
        while (at < behind) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < behind && !isBreakOfYaml(text.charAt(at))) {
                    at++;
                }
            } else if (c == '&' || c == '!') {
                while (at < behind && !isBlank(text.charAt(at))) {
                    at++;
                }
            } else if (isBlank(c)) {
                at++;
            } else {
                return new Span(file, file.lineAt(at), file.columnAt(at), whole.endLine(), whole.endColumn());
            }
        }
        // Only an anchor and a tag.
        return whole;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || isBreakOfYaml(c);
    }
}
