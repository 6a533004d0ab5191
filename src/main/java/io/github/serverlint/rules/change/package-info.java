/** Rules that check a transition from one state of a server or a forest to the next. */
@NullMarked
package io.github.serverlint.rules.change;

import org.jspecify.annotations.NullMarked;
