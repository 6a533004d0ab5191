package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;

/**
 * Rule that checks the servers of an estate together. Whether it reports anything may depend on which server specs
 * exist, but not on how many servers have each, since it is first run on one server of each spec; only cluster nodes
 * may be counted, because each of them has a spec of its own.
 */
public non-sealed interface ForestRule extends Rule {

    void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector);
}
