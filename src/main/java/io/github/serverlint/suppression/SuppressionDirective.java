package io.github.serverlint.suppression;

import io.github.serverlint.text.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parsed suppression comment: {@code serverlint:ignore rule-id[, rule-id ...] [until=YYYY-MM-DD] -- reason}.
 *
 * @param names the rules, including duplicates
 * @param until the last day on which it is active; empty if it never expires
 * @param reason empty if there is none
 * @param fault the first syntax error; then it covers nothing, because its intended scope is unknown
 */
record SuppressionDirective(
        SuppressionComment comment,
        List<RuleName> names,
        Optional<LocalDate> until,
        String reason,
        Optional<Fault> fault) {
    static final String FORM = "# serverlint:ignore rule-id -- reason";

    private static final String SYNTAX_ADVICE = "Write " + FORM + ", or remove the comment.";
    private static final String OPENING = "serverlint:ignore";
    private static final String UNTIL = "until=";
    private static final String REASON = "--";
    private static final Pattern WORD = Pattern.compile("[^\\s,]+|,");

    /** A rule name in the comment. */
    record RuleName(String id, Span span) {}

    /**
     * A syntax error.
     *
     * @param predicate the rest of the sentence whose subject is the comment
     */
    record Fault(String word, Span span, String predicate, String reason, String fix) {}

    static SuppressionDirective of(SuppressionComment comment) {
        return new DirectiveParser(comment).parse();
    }

    boolean isExpired(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    boolean hasReason() {
        return !reason.isEmpty();
    }

    /** Tells whether it can cover findings. */
    boolean isActive(LocalDate today) {
        return fault.isEmpty() && hasReason() && !isExpired(today);
    }

    /** Returns the reason for reports. */
    String note() {
        return reason + until.map(day -> " (until " + day + ")").orElse("");
    }

    /** Returns the names of the rules, separated by commas. */
    String rules() {
        return names.stream().map(RuleName::id).collect(Collectors.joining(", "));
    }

    private static final class DirectiveParser {
        private final SuppressionComment comment;
        private final List<RuleName> names = new ArrayList<>();
        private Optional<LocalDate> until = Optional.empty();
        private Optional<Fault> fault = Optional.empty();

        DirectiveParser(SuppressionComment comment) {
            this.comment = comment;
        }

        SuppressionDirective parse() {
            if (!comment.opening().equals(OPENING)) {
                String opening = comment.opening();
                String predicate = "begins with \"" + opening + "\", which suppresses nothing.";
                fault(opening, comment.span(), predicate, "", SYNTAX_ADVICE);
                return new SuppressionDirective(comment, names, until, "", fault);
            }
            String[] halves = comment.rest().split(REASON, 2);
            boolean ended = halves.length > 1;
            parseRulesAndDate(halves[0], ended);
            if (names.isEmpty()) {
                String why = "A comment that covered every rule would hide the next fault as well.";
                fault(OPENING, comment.span(), "names no rule.", why, SYNTAX_ADVICE);
            }
            // Further dashes are not a reason.
            String reason = ended ? halves[1].replaceFirst("^[-\\s]+", "").strip() : "";
            return new SuppressionDirective(comment, List.copyOf(names), until, reason, fault);
        }

        /**
         * Parses the rules and the date.
         *
         * @param ended whether a reason follows; if not, other words are a reason without its {@code --}
         */
        private void parseRulesAndDate(String head, boolean ended) {
            Matcher words = WORD.matcher(head);
            boolean expected = true;
            while (words.find()) {
                String word = words.group();
                Span span = comment.part(words.start(), words.end());
                if (word.equals(",")) {
                    expected = true;
                } else if (word.toLowerCase(Locale.ROOT).startsWith(UNTIL)) {
                    parseUntil(word, span);
                } else if (expected) {
                    names.add(new RuleName(word, span));
                    expected = false;
                } else if (ended) {
                    rejectWord(word, span);
                }
            }
        }

        private void parseUntil(String word, Span span) {
            try {
                LocalDate day = LocalDate.parse(word.substring(UNTIL.length()));
                if (until.isPresent()) {
                    fault(word, span, "says twice until when it counts.", "", "Keep one of the two days.");
                }
                until = Optional.of(day);
            } catch (DateTimeParseException e) {
                String predicate = "does not say until when it counts: \"" + word + "\" names no day.";
                String why = "It covers nothing, for nobody knows how long it was meant to.";
                fault(word, span, predicate, why, "Write until=YYYY-MM-DD, year, month and day.");
            }
        }

        private void rejectWord(String word, Span span) {
            String predicate = "has \"" + word + "\" between its rules and the reason.";
            String why = "It covers nothing, for nobody knows what that was meant to say.";
            String fix = word.toLowerCase(Locale.ROOT).startsWith("until")
                    ? "Write until=YYYY-MM-DD, without blanks."
                    : "Write a comma between two rules, and the reason behind --.";
            fault(word, span, predicate, why, fix);
        }

        private void fault(String word, Span span, String predicate, String reason, String fix) {
            if (fault.isEmpty()) {
                fault = Optional.of(new Fault(word, span, predicate, reason, fix));
            }
        }
    }
}
