package io.github.serverlint.suppression;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import java.util.List;
import java.util.Optional;

/** Suppression of one rule by one comment, and the result of matching it. */
final class RuleSuppression {
    private final SuppressionDirective directive;
    private final SuppressionDirective.RuleName ruleName;
    private final RuleInfo rule;
    private final Optional<OutlinePart> part;
    private final boolean active;
    private List<Finding> uncovered = List.of();
    private Optional<RuleSuppression> covering = Optional.empty();
    private boolean used;

    /**
     * Creates a suppression that is not matched yet.
     *
     * @param part the part that the comment belongs to; empty if there is none
     * @param active whether it can cover findings
     */
    RuleSuppression(
            SuppressionDirective directive,
            SuppressionDirective.RuleName ruleName,
            RuleInfo rule,
            Optional<OutlinePart> part,
            boolean active) {
        this.directive = directive;
        this.ruleName = ruleName;
        this.rule = rule;
        this.part = part;
        this.active = active;
    }

    SuppressionDirective directive() {
        return directive;
    }

    SuppressionDirective.RuleName name() {
        return ruleName;
    }

    RuleInfo rule() {
        return rule;
    }

    RuleInFile ruleInFile() {
        return new RuleInFile(directive.comment().span().file(), rule);
    }

    Optional<OutlinePart> part() {
        return part;
    }

    boolean isActive() {
        return active;
    }

    boolean isUsed() {
        return used;
    }

    /** Returns the suppression that covers the findings of this one: this one itself if it is used. */
    Optional<RuleSuppression> covering() {
        return covering;
    }

    /** Returns some of the findings that it would cover and that stay uncovered. */
    List<Finding> uncovered() {
        return uncovered;
    }

    Finding cover(Finding finding) {
        used = true;
        return finding.suppressed(directive.note());
    }

    /**
     * Sets the result of matching.
     *
     * @param other the suppression that covers its findings; empty if there is none
     * @param missed some of the findings that no suppression covers
     */
    void resolve(Optional<RuleSuppression> other, List<Finding> missed) {
        covering = other;
        uncovered = List.copyOf(missed);
    }
}
