/** Cancellation and progress of a run, and the exception for invalid configuration. */
@NullMarked
package io.github.serverlint.run;

import org.jspecify.annotations.NullMarked;
