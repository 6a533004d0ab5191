package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;

/** A rule that has to see servers together. */
public non-sealed interface EstateRule extends Rule {

    void judge(Estate estate, Context context, Verdicts verdicts);
}
