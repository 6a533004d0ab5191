/** Puts the parts in order: find, read, judge, sort. What a run depends on comes in with its request. */
@NullMarked
package io.github.serverlint.engine;

import org.jspecify.annotations.NullMarked;
