/** Loading of an estate, common to all input formats, and validation of the references in it. */
@NullMarked
package io.github.serverlint.input;

import org.jspecify.annotations.NullMarked;
