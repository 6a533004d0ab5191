package io.github.serverlint.rule;

import io.github.serverlint.estate.Server;

/**
 * A rule that needs to see nothing but one server. Whether it has anything to say depends on what the server is, and not
 * on its name or on where that is written.
 */
public non-sealed interface ServerRule extends Rule {

    void judge(Server server, RuleContext ruleContext, FindingCollector findingCollector);
}
