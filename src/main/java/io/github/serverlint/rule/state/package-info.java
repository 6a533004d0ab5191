/** Rules that look at one server. */
@NullMarked
package io.github.serverlint.rule.state;

import org.jspecify.annotations.NullMarked;
