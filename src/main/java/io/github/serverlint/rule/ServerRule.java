package io.github.serverlint.rule;

import io.github.serverlint.estate.Server;

/**
 * Rule that checks one server by itself. Whether it reports anything depends on the server's spec, not on its name or
 * places.
 */
public non-sealed interface ServerRule extends Rule {

    void check(Server server, RuleContext ruleContext, FindingCollector findingCollector);
}
