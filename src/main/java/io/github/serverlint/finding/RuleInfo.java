package io.github.serverlint.finding;

/**
 * Metadata of a rule.
 *
 * @param id the stable name that users configure
 * @param summary what the rule finds, as the rest of a sentence that begins with "finds"
 * @param onByDefault whether it is enabled by default
 */
public record RuleInfo(String id, Severity defaultSeverity, String summary, RuleSubject kind, boolean onByDefault) {

    /** Subject of a rule, which decides how its findings can be handled. */
    public enum RuleSubject {
        /**
         * Parsing of files. Such findings can be neither lowered nor suppressed, because what cannot be parsed is not
         * checked.
         */
        READING,
        /** Parsed definitions. Such findings can be lowered, suppressed and recorded in the baseline. */
        JUDGING,
        /** Suppression comments and the baseline. Such findings can be lowered, but not suppressed. */
        EXCUSES
    }

    /** Creates a rule with the default severity error. */
    public static RuleInfo judging(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, RuleSubject.JUDGING, true);
    }

    /** Creates a rule with the default severity warning. */
    public static RuleInfo warning(String id, String summary) {
        return new RuleInfo(id, Severity.WARNING, summary, RuleSubject.JUDGING, true);
    }

    /** Creates a rule with the default severity note. */
    public static RuleInfo note(String id, String summary) {
        return new RuleInfo(id, Severity.NOTE, summary, RuleSubject.JUDGING, true);
    }

    /** Creates a rule that is disabled unless configured. */
    public static RuleInfo offByDefault(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, RuleSubject.JUDGING, false);
    }

    /** Tells whether it reports parse errors. */
    public boolean reading() {
        return kind == RuleSubject.READING;
    }

    /** Tells whether a comment or the baseline can cover its findings. */
    public boolean excusable() {
        return kind == RuleSubject.JUDGING;
    }

    /** Returns the default severity, or {@code off}. */
    public String defaultWord() {
        return onByDefault ? defaultSeverity.word() : "off";
    }
}
