package io.github.serverlint.rule;

import io.github.serverlint.finding.RuleInfo;

/** Rule that looks for one kind of fault. Rules are stateless, and contain no versions of products. */
public sealed interface Rule permits ServerRule, ForestRule, ChangeRule {

    RuleInfo info();
}
