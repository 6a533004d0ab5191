package io.github.serverlint.finding;

/**
 * What all of the product says about a rule.
 *
 * @param id the name that users configure and script against; it never changes its meaning
 * @param summary what the rule finds, as the rest of a sentence that begins with "finds"
 * @param onByDefault whether it judges without being asked for
 */
public record RuleInfo(String id, Severity defaultSeverity, String summary, RuleSubject kind, boolean onByDefault) {

    /** What a rule looks at, which decides what a user may do about its findings. */
    public enum RuleSubject {
        /** The reading of files. Such findings can be neither lowered nor excused: what could not be read was not judged. */
        READING,
        /** What was read. Such findings can be lowered, suppressed and recorded as known. */
        JUDGING,
        /** The excuses themselves, comments and the baseline. Such findings can be lowered, but not excused in turn. */
        EXCUSES
    }

    /** A rule that judges what was read. */
    public static RuleInfo judging(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, RuleSubject.JUDGING, true);
    }

    /** A rule that judges what was read, and that by itself fails no build. */
    public static RuleInfo warning(String id, String summary) {
        return new RuleInfo(id, Severity.WARNING, summary, RuleSubject.JUDGING, true);
    }

    /** A rule that judges only where it is given a severity. */
    public static RuleInfo offByDefault(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, RuleSubject.JUDGING, false);
    }

    /** Whether it is about reading the files. */
    public boolean reading() {
        return kind == RuleSubject.READING;
    }

    /** Whether a comment or the baseline can excuse what it finds. */
    public boolean excusable() {
        return kind == RuleSubject.JUDGING;
    }

    /** The severity that it has by default, or {@code off}. */
    public String defaultWord() {
        return onByDefault ? defaultSeverity.word() : "off";
    }
}
