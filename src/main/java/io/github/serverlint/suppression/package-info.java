/** Comments in the definitions that excuse what is found beside them, and what is wrong with such comments. */
@NullMarked
package io.github.serverlint.suppression;

import org.jspecify.annotations.NullMarked;
