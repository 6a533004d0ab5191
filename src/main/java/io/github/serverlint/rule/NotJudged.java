package io.github.serverlint.rule;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;

/**
 * Check that a rule could not make because the definition lacks a value. It is no finding, but the server is not known
 * to be clean either.
 *
 * @param missing the missing value, such as {@code the service pack of Windows 2000 Server}
 */
public record NotJudged(RuleInfo rule, ServerName serverName, Span span, String missing) {
    /** The full name of the server. */
    public String server() {
        return serverName.full();
    }
}
