/**
 * Finding values in YAML documents: a subset of JSONPath as RFC 9535 defines it, over nodes that keep their places, and
 * regular expressions that cannot run away.
 *
 * <p>Of the RFC it has all segments and selectors (names, wildcards, indexes, slices, descendants, filters), comparisons,
 * the logical operators, and of the functions {@code match} and {@code search} with a literal expression. Numbers, true,
 * false and null are told by the text as it is written without quotes; a string literal equals the text of any scalar,
 * quoted or not, because tools do not agree on what {@code 2019} is.
 */
@NullMarked
package io.github.serverlint.input.jsonpath;

import org.jspecify.annotations.NullMarked;
