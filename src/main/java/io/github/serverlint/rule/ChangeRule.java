package io.github.serverlint.rule;

import io.github.serverlint.change.Transition;

/** A rule that judges how one state becomes another. */
public non-sealed interface ChangeRule extends Rule {

    void judge(Transition transition, RuleContext ruleContext, FindingCollector findingCollector);

    /** Whether a step that it rejects is not judged again for the state that the step leads to. */
    default boolean rejectsStep() {
        return true;
    }
}
