package io.github.serverlint.rule;

import io.github.serverlint.change.Transition;

/** Rule that checks a transition from one state to another. */
public non-sealed interface ChangeRule extends Rule {

    void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector);

    /** Whether the state after a step that it rejects is not checked again. */
    default boolean rejectsStep() {
        return true;
    }
}
