package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;

/**
 * A rule that has to see servers together. Whether it has anything to say depends on what kinds of servers there are, and
 * not on how many are of each, since it is shown one of each kind first; only the nodes of clusters may be counted, of
 * which each is a kind of its own.
 */
public non-sealed interface ForestRule extends Rule {

    void judge(Estate estate, RuleContext ruleContext, FindingCollector findingCollector);
}
