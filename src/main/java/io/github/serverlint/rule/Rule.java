package io.github.serverlint.rule;

import io.github.serverlint.finding.RuleInfo;

/** Looks for one kind of fault. Rules keep no state between calls, and hold no version of anything. */
public sealed interface Rule permits ServerRule, ForestRule, ChangeRule {

    RuleInfo info();
}
