package io.github.serverlint.rules.change;

import io.github.serverlint.change.Transition;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;

/**
 * Rule for files of the base that could not be read, so that no change of what they define was judged. Of such a file there
 * are no transitions: the run itself finds it when it reads the base.
 */
public final class UnreadableBase implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "unreadable-base", "a file of the base that could not be read, so that its changes were not judged");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        // Nothing that a transition has.
    }
}
