package io.github.serverlint.finding;

/**
 * What all of the product says about a rule.
 *
 * @param id the name that users configure and script against; it never changes its meaning
 * @param summary what the rule finds, as the rest of a sentence that begins with "finds"
 * @param reading whether the rule is about reading the files: such findings can be neither lowered nor suppressed,
 *     because what could not be read was not judged
 * @param onByDefault whether it judges without being asked for
 */
public record RuleInfo(String id, Severity defaultSeverity, String summary, boolean reading, boolean onByDefault) {

    /** A rule that judges what was read. */
    public static RuleInfo judging(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, false, true);
    }

    /** A rule that judges what was read, and that by itself fails no build. */
    public static RuleInfo warning(String id, String summary) {
        return new RuleInfo(id, Severity.WARNING, summary, false, true);
    }

    /** A rule that judges only where it is given a severity. */
    public static RuleInfo offByDefault(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary, false, false);
    }

    /** The severity that it has by default, or {@code off}. */
    public String defaultWord() {
        return onByDefault ? defaultSeverity.word() : "off";
    }
}
