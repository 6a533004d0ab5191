package io.github.serverlint.input.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simple expression of <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja</a>: a variable, a path
 * into it, and filters.
 *
 * @param text as written, with its braces
 * @param path the keys below the variable
 */
record JinjaExpression(String text, String variable, List<PathPart> path, List<JinjaFilter> filters) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern DOT = Pattern.compile("\\s*\\.\\s*([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*\\]");
    private static final Pattern FILTER =
            Pattern.compile("\\s*\\|\\s*(?:(lower|upper|trim|int|string)\\b(?!\\s*[(.\\[])"
                    + "|(?:default|d)\\s*\\(\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\"|(0|[1-9][0-9]*))\\s*\\))");
    private static final Pattern END = Pattern.compile("\\s*\\}\\}");

    /** A key below a variable. */
    record PathPart(String name, boolean dotted) {}

    /** The supported filters. */
    enum FilterKind {
        LOWER,
        UPPER,
        TRIM,
        INT,
        STRING,
        DEFAULT
    }

    /**
     * A filter of an expression.
     *
     * @param argument of {@code DEFAULT}
     */
    record JinjaFilter(FilterKind kind, String argument) {}

    /**
     * Parses an expression.
     *
     * @param at the offset of its opening braces
     * @return empty if it is not a simple expression
     */
    static Optional<JinjaExpression> at(int at, String text) {
        Matcher matcher = NAME.matcher(text);
        int position = at + 2;
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (!matcher.region(position, text.length()).lookingAt()) {
            return Optional.empty();
        }
        String variable = matcher.group();
        position = matcher.end();
        List<PathPart> path = new ArrayList<>();
        List<JinjaFilter> filters = new ArrayList<>();
        while (true) {
            if (filters.isEmpty() && lookingAt(matcher, DOT, position)) {
                path.add(new PathPart(matcher.group(1), true));
            } else if (filters.isEmpty() && lookingAt(matcher, BRACKET, position)) {
                path.add(new PathPart(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), false));
            } else if (lookingAt(matcher, FILTER, position)) {
                filters.add(filter(matcher));
            } else if (lookingAt(matcher, END, position)) {
                String whole = text.substring(at, matcher.end());
                return Optional.of(new JinjaExpression(whole, variable, path, filters));
            } else {
                return Optional.empty();
            }
            position = matcher.end();
        }
    }

    private static boolean lookingAt(Matcher matcher, Pattern pattern, int position) {
        return matcher.usePattern(pattern).region(position, matcher.regionEnd()).lookingAt();
    }

    private static JinjaFilter filter(Matcher matcher) {
        String name = matcher.group(1);
        if (name != null) {
            return new JinjaFilter(FilterKind.valueOf(name.toUpperCase(Locale.ROOT)), "");
        }
        for (int group = 2; group < 4; group++) {
            if (matcher.group(group) != null) {
                return new JinjaFilter(FilterKind.DEFAULT, matcher.group(group));
            }
        }
        return new JinjaFilter(FilterKind.DEFAULT, matcher.group(4));
    }
}
