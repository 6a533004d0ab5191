package io.github.serverlint.suppression;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import java.util.List;
import java.util.Optional;

/** One rule of one comment, and what has come of it. */
final class RuleSuppression {
    private final SuppressionDirective suppressionDirective;
    private final SuppressionDirective.RuleName ruleName;
    private final RuleInfo rule;
    private final Optional<OutlinePart> part;
    private final boolean counts;
    private List<Finding> uncovered = List.of();
    private Optional<RuleSuppression> before = Optional.empty();
    private boolean used;

    /**
     * A claim that nothing has come of yet.
     *
     * @param part what the comment is about; empty if it is about nothing
     * @param counts whether findings may be covered by it
     */
    RuleSuppression(
            SuppressionDirective suppressionDirective,
            SuppressionDirective.RuleName ruleName,
            RuleInfo rule,
            Optional<OutlinePart> part,
            boolean counts) {
        this.suppressionDirective = suppressionDirective;
        this.ruleName = ruleName;
        this.rule = rule;
        this.part = part;
        this.counts = counts;
    }

    SuppressionDirective directive() {
        return suppressionDirective;
    }

    SuppressionDirective.RuleName name() {
        return ruleName;
    }

    RuleInfo rule() {
        return rule;
    }

    Optional<OutlinePart> part() {
        return part;
    }

    boolean counts() {
        return counts;
    }

    boolean isUsed() {
        return used;
    }

    /** The claim that covers what this one would; this one itself where it is used. */
    Optional<RuleSuppression> before() {
        return before;
    }

    /** Some of what it would cover, and nothing else does. */
    List<Finding> uncovered() {
        return uncovered;
    }

    Finding cover(Finding finding) {
        used = true;
        return finding.suppressed(suppressionDirective.note());
    }

    /**
     * Tells what was found inside it.
     *
     * @param other the claim that covers it; empty if none does
     * @param missed some of what no claim covers
     */
    void settle(Optional<RuleSuppression> other, List<Finding> missed) {
        before = other;
        uncovered = List.copyOf(missed);
    }
}
