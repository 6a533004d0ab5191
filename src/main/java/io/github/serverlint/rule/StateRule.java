package io.github.serverlint.rule;

import io.github.serverlint.estate.Server;

/** A rule that needs to see nothing but one server. */
public non-sealed interface StateRule extends Rule {

    void judge(Server server, Context context, Verdicts verdicts);
}
