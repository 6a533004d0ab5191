package io.github.serverlint.input.jsonpath;

import io.github.serverlint.text.Span;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression with bounded backtracking: it counts the characters it reads, and gives up on a text that
 * exceeds the limit. The limit is independent of time, so all machines give up on the same texts.
 */
public final class BoundedRegex {
    /** Limit on the length of a text; names are shorter. */
    public static final int LONGEST = 10_000;

    private static final int MAX_READS = 1_000_000;
    private static final Pattern GROUP_NAMES = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Pattern pattern;
    private final Set<String> groups = new LinkedHashSet<>();

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
        Matcher names = GROUP_NAMES.matcher(pattern.pattern());
        while (names.find()) {
            groups.add(names.group(1));
        }
    }

    /**
     * Compiles an expression.
     *
     * @throws JsonPathSyntaxException if the text is invalid
     */
    public static BoundedRegex of(String text) throws JsonPathSyntaxException {
        try {
            return new BoundedRegex(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            int index = Math.max(0, Math.min(e.getIndex(), text.length()));
            throw new JsonPathSyntaxException(
                    text.codePointCount(0, index) + 1,
                    "This is no regular expression: " + lowered(e.getDescription()) + ".");
        }
    }

    private static String lowered(String text) {
        String line = text.lines().findFirst().orElse("").replaceAll("\\.$", "");
        return line.isEmpty() ? "it cannot be read" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    /** The names of its groups. */
    public Set<String> groups() {
        return groups;
    }

    /** Whether a text is short enough to be matched. */
    public static boolean accepts(String text) {
        return text.length() <= LONGEST;
    }

    /**
     * The first match in a text; empty for a text that is too long.
     *
     * @param place where the text stands
     * @throws LimitExceeded if matching exceeds the limit
     */
    public Optional<RegexMatch> find(String text, Span place) {
        if (!accepts(text)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(new CountingSequence(text, place));
        return run(matcher::find, place) ? Optional.of(new RegexMatch(text, matcher)) : Optional.empty();
    }

    /** Whether it matches a text from end to end. */
    boolean matches(String text, Span place) {
        Matcher matcher = pattern.matcher(new CountingSequence(text, place));
        return accepts(text) && run(matcher::matches, place);
    }

    private boolean run(java.util.function.BooleanSupplier search, Span place) {
        try {
            return search.getAsBoolean();
        } catch (StackOverflowError e) {
            // Some expressions recurse deeply: (a|b)* recurses for each character.
            throw new LimitExceeded(pattern.pattern(), place);
        }
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** A match of an expression. */
    public static final class RegexMatch {
        private final String text;
        private final Matcher matcher;
        private final MatchResult result;

        private RegexMatch(String text, Matcher matcher) {
            this.text = text;
            this.matcher = matcher;
            this.result = matcher.toMatchResult();
        }

        /** The text of a group; empty if it did not participate. */
        public Optional<String> group(String name) {
            return Optional.ofNullable(matcher.group(name));
        }

        /** The text that matched. */
        public String text() {
            return text.substring(result.start(), result.end());
        }

        /** The text without what matched. */
        public String rest() {
            return text.substring(0, result.start()) + text.substring(result.end());
        }
    }

    /** A text that counts the reads of its characters. */
    private final class CountingSequence implements CharSequence {
        private final String text;
        private final Span place;
        private int reads;

        CountingSequence(String text, Span place) {
            this.text = text;
            this.place = place;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MAX_READS) {
                throw new LimitExceeded(pattern.pattern(), place);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
