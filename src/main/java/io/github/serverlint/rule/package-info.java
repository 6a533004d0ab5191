/**
 * What a rule is, and the list of all of them. A rule is three things under one name: its class, its page
 * {@code rules/<id>.md} among the resources, and its line in {@link io.github.serverlint.rules.RuleRegistry}. It holds no
 * facts: what runs on what is asked of the catalog.
 */
@NullMarked
package io.github.serverlint.rule;

import org.jspecify.annotations.NullMarked;
