/** The file of known violations: reading it, writing it, and telling what is new from what it has. */
@NullMarked
package io.github.serverlint.baseline;

import org.jspecify.annotations.NullMarked;
