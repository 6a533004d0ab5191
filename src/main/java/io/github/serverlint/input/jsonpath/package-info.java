/**
 * JSONPath for YAML documents, a subset of <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a> over nodes
 * that keep their places, and regular expressions with bounded backtracking.
 *
 * <p>Supported are all segments and selectors (names, wildcards, indexes, slices, descendants, filters), comparisons,
 * the logical operators, and of the functions {@code match} and {@code search} with a literal expression. Numbers,
 * true, false and null are recognized by their unquoted text; a string literal equals the text of any scalar, quoted or
 * not, because tools do not agree on what {@code 2019} is.
 */
@NullMarked
package io.github.serverlint.input.jsonpath;

import org.jspecify.annotations.NullMarked;
