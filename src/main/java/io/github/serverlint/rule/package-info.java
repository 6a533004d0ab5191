/**
 * Interfaces of rules. A rule is three things under one name: its class, its page {@code rules/<id>.md} among the
 * resources, and its line in {@link io.github.serverlint.rules.RuleRegistry}. It contains no facts: what runs on what
 * is looked up in the catalog.
 */
@NullMarked
package io.github.serverlint.rule;

import org.jspecify.annotations.NullMarked;
