/** Baseline of known violations: parser, writer and comparison with the findings of a run. */
@NullMarked
package io.github.serverlint.baseline;

import org.jspecify.annotations.NullMarked;
