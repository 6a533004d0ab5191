package io.github.serverlint.rule;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.Span;

/**
 * Something that a rule would have judged if the definition said more. It is no fault, but it is no clean bill either.
 *
 * @param missing what the definition does not say, such as {@code the service pack of Windows 2000 Server}
 */
public record NotJudged(RuleInfo rule, String server, Span span, String missing) {}
