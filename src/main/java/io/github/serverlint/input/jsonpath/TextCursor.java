package io.github.serverlint.input.jsonpath;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read position in a text that is parsed. */
final class TextCursor {
    private final String text;
    private int position;

    TextCursor(String text) {
        this.text = text;
    }

    /** The characters that belong to a word. */
    interface Letters {
        boolean has(int character, boolean first);
    }

    int position() {
        return position;
    }

    void reset(int earlier) {
        position = earlier;
    }

    /** From 1, in code points. */
    int column() {
        return text.codePointCount(0, position) + 1;
    }

    boolean atEnd() {
        return position == text.length();
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, position);
    }

    boolean take(String prefix) {
        boolean there = startsWith(prefix);
        position += there ? prefix.length() : 0;
        return there;
    }

    /** Skips blanks only if the wanted text follows them. */
    boolean takeAfterBlanks(String prefix) {
        int before = position;
        skipBlanks();
        if (take(prefix)) {
            return true;
        }
        position = before;
        return false;
    }

    void skipBlanks() {
        while (!atEnd() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    String takeWhile(Letters letters) {
        int start = position;
        while (!atEnd() && letters.has(text.codePointAt(position), position == start)) {
            position += Character.charCount(text.codePointAt(position));
        }
        return text.substring(start, position);
    }

    Optional<String> peek(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The text between the quotes that begin here. */
    String quoted() throws JsonPathSyntaxException {
        int start = position;
        char quote = text.charAt(position++);
        StringBuilder inside = new StringBuilder();
        while (!atEnd() && text.charAt(position) != quote) {
            char c = text.charAt(position);
            if (c < ' ') {
                throw error("This character has to be written with a backslash.");
            }
            if (c == '\\') {
                inside.append(escaped(quote));
            } else {
                inside.append(c);
                position++;
            }
        }
        if (atEnd()) {
            position = start;
            throw error("The quote that is opened here is not closed.");
        }
        position++;
        return inside.toString();
    }

    private String escaped(char quote) throws JsonPathSyntaxException {
        int start = position++;
        char c = atEnd() ? '\0' : text.charAt(position++);
        int plain = "bfnrt/\\".indexOf(c);
        if (plain >= 0) {
            return "\b\f\n\r\t/\\".substring(plain, plain + 1);
        } else if (c == quote) {
            return String.valueOf(quote);
        } else if (c == 'u') {
            char unit = unit(start);
            if (Character.isHighSurrogate(unit) && take("\\u")) {
                char low = unit(start);
                if (Character.isLowSurrogate(low)) {
                    return new String(new char[] {unit, low});
                }
            } else if (!Character.isSurrogate(unit)) {
                return String.valueOf(unit);
            }
        }
        position = start;
        throw error("This is no escape that is known; a backslash itself is written as \\\\.");
    }

    private char unit(int start) throws JsonPathSyntaxException {
        Optional<String> digits = peek(Pattern.compile("[0-9a-fA-F]{4}"));
        if (digits.isEmpty()) {
            position = start;
            throw error("Behind \\u four digits have to stand.");
        }
        position += 4;
        return (char) Integer.parseInt(digits.get(), 16);
    }

    JsonPathSyntaxException error(String problem) {
        return new JsonPathSyntaxException(column(), problem);
    }
}
