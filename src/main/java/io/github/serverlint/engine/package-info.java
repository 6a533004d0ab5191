/** Puts the parts in order: find, read, judge, sort. From here on nothing is read from the disk or the environment. */
@NullMarked
package io.github.serverlint.engine;

import org.jspecify.annotations.NullMarked;
