/** Suppression comments in the definitions, and the checks of such comments. */
@NullMarked
package io.github.serverlint.suppression;

import org.jspecify.annotations.NullMarked;
