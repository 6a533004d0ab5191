/** The words that all other packages speak: what was found, where, how grave it is and by which rule. */
@NullMarked
package io.github.serverlint.finding;

import org.jspecify.annotations.NullMarked;
