/** Registry of all rules. The packages below contain rules and nothing else. */
@NullMarked
package io.github.serverlint.rules;

import org.jspecify.annotations.NullMarked;
