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
import java.util.stream.IntStream;

/**
 * Comment that addresses the linter, or that was probably meant to.
 *
 * @param span from its {@code #} to its last character
 * @param line the line that it applies to; 0 if a blank line or the end of the file follows, or if it is several lines
 *     for the parser: what the comment would cover is not to be seen then
 * @param opening the words that identify it
 * @param rest the text after them
 */
record SuppressionComment(Span span, int line, String opening, String rest) {
    private static final String NAME = "serverlint";
    private static final int NONE = 0;
    private static final String ADDITIONAL_BREAKS = "\u0085\u2028\u2029";
    private static final Pattern OPENING = Pattern.compile(
            "#[ \\t]*(serverlint[ \\t]*:[ \\t]*\\S*|serverlint[ \\t_-]+(?:ignore|disable|suppress)\\S*)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Tells quickly whether a text contains {@code serverlint} after a {@code #}, so that most files are not searched
     * further.
     */
    static boolean mayContain(String text) {
        for (int hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
            int word = hash + 1;
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

    /** Returns the comments of a file in text order. */
    static List<SuppressionComment> of(SourceFile file, SourceOutline outline) {
        List<SuppressionComment> comments = new ArrayList<>();
        int below = NONE;
        // From the last line up, because a comment alone on its line applies to what follows it.
        for (int number = file.lines(); number >= 1; number--) {
            String text = file.line(number);
            String content = text.strip();
            OptionalInt start = content.contains("#") ? commentStart(text, number, outline) : OptionalInt.empty();
            boolean alone = start.isPresent() && content.startsWith("#") && content.length() == commentEnd(content, 0);
            if (!alone) {
                below = content.isEmpty() || isSeveralLines(text) ? NONE : number;
            }
            if (start.isPresent()) {
                Matcher matcher = OPENING.matcher(text).region(start.getAsInt(), text.length());
                if (matcher.lookingAt()) {
                    String rest = text.substring(matcher.end(), commentEnd(text, matcher.end()))
                            .stripTrailing();
                    Span span = span(file, number, start.getAsInt(), matcher.end() + rest.length());
                    comments.add(new SuppressionComment(span, below, matcher.group(1), rest));
                }
            }
        }
        Collections.reverse(comments);
        return comments;
    }

    /** Tells whether a line ends with a comment of any kind. */
    static boolean hasComment(SourceFile file, int number, SourceOutline outline) {
        return commentStart(file.line(number), number, outline).isPresent();
    }

    /** Returns the span of a part of {@link #rest}. */
    Span part(int from, int to) {
        String text = span.file().line(span.line());
        int start = text.offsetByCodePoints(0, span.endColumn() - 1) - rest.length();
        return span(span.file(), span.line(), start + from, start + to);
    }

    /** Finds where the comment of a line begins: at a {@code #} that follows a blank and is not inside a scalar. */
    private static OptionalInt commentStart(String text, int number, SourceOutline outline) {
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == '#' && (i == 0 || isBlank(text.charAt(i - 1)))) {
                Place place = new Place(number, column);
                if (outline.reaches(place) && !outline.isText(place)) {
                    return OptionalInt.of(i);
                }
            }
            column++;
        }
        return OptionalInt.empty();
    }

    private static boolean isSeveralLines(String text) {
        return commentEnd(text, 0) < text.length();
    }

    /** Where a comment ends for the parser, which has more line breaks than the file has lines. */
    private static int commentEnd(String text, int from) {
        return IntStream.range(from, text.length())
                .filter(at -> ADDITIONAL_BREAKS.indexOf(text.charAt(at)) >= 0)
                .findFirst()
                .orElse(text.length());
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
