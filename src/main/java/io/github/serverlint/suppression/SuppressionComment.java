package io.github.serverlint.suppression;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that speaks to the linter, or that somebody took for one that does.
 *
 * @param span from its sign to its last character
 * @param line the line that it is about; 0 if a blank line or the end of the file stands below it
 * @param opening the words that make it such a comment
 * @param rest what stands behind them
 */
record SuppressionComment(Span span, int line, String opening, String rest) {
    private static final String NAME = "serverlint";
    private static final Pattern OPENING = Pattern.compile(
            "#[ \\t]*(serverlint[ \\t]*:[ \\t]*\\S*|serverlint[ \\t_-]+(?:ignore|disable|suppress)\\S*)",
            Pattern.CASE_INSENSITIVE);

    /** Whether a text has the word behind a sign at all; most have not, and nobody looks at them twice. */
    static boolean mayStandIn(String text) {
        for (int sign = text.indexOf('#'); sign >= 0; sign = text.indexOf('#', sign + 1)) {
            int word = sign + 1;
            while (word < text.length() && isBlank(text.charAt(word))) {
                word++;
            }
            boolean mayBegin = word < text.length() && (text.charAt(word) == 's' || text.charAt(word) == 'S');
            if (mayBegin && text.regionMatches(true, word, NAME, 0, NAME.length())) {
                return true;
            }
        }
        return false;
    }

    /** The comments of a file, in order. */
    static List<SuppressionComment> of(SourceFile file, SourceOutline sourceOutline) {
        List<SuppressionComment> comments = new ArrayList<>();
        int below = 0;
        // From the last line up, because a comment alone on its line is about what stands below.
        for (int number = file.lines(); number >= 1; number--) {
            String text = file.line(number);
            String content = text.strip();
            OptionalInt sign = content.contains("#") ? sign(text, number, sourceOutline) : OptionalInt.empty();
            boolean alone = sign.isPresent() && content.startsWith("#");
            if (!alone) {
                below = content.isEmpty() ? 0 : number;
            }
            if (sign.isPresent()) {
                Matcher matcher = OPENING.matcher(text).region(sign.getAsInt(), text.length());
                if (matcher.lookingAt()) {
                    String rest = text.substring(matcher.end()).stripTrailing();
                    Span span = span(file, number, sign.getAsInt(), matcher.end() + rest.length());
                    comments.add(new SuppressionComment(span, below, matcher.group(1), rest));
                }
            }
        }
        Collections.reverse(comments);
        return comments;
    }

    /** Whether a line ends in a comment of any kind. */
    static boolean endsLine(SourceFile file, int number, SourceOutline sourceOutline) {
        return sign(file.line(number), number, sourceOutline).isPresent();
    }

    /** A part of what stands behind the opening words. */
    Span part(int from, int to) {
        String text = span.file().line(span.line());
        int start = text.offsetByCodePoints(0, span.endColumn() - 1) - rest.length();
        return span(span.file(), span.line(), start + from, start + to);
    }

    /** Where the comment of a line begins: at a sign that stands behind a blank, and in no text. */
    private static OptionalInt sign(String text, int number, SourceOutline sourceOutline) {
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == '#' && (i == 0 || isBlank(text.charAt(i - 1)))) {
                Place place = new Place(number, column);
                if (sourceOutline.reaches(place) && !sourceOutline.isText(place)) {
                    return OptionalInt.of(i);
                }
            }
            column++;
        }
        return OptionalInt.empty();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static Span span(SourceFile file, int line, int from, int to) {
        String text = file.line(line);
        int column = text.codePointCount(0, from) + 1;
        return new Span(file, line, column, line, column + text.codePointCount(from, to));
    }
}
