/** The list of all rules. The rules themselves are in the packages below, and nothing else is. */
@NullMarked
package io.github.serverlint.rules;

import org.jspecify.annotations.NullMarked;
