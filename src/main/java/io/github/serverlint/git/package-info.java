/** The definitions as they were at a base revision. */
@NullMarked
package io.github.serverlint.git;

import org.jspecify.annotations.NullMarked;
