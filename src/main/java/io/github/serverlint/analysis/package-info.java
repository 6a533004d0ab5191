/**
 * A run in its order: load, judge, compare with a base, replay migrations, suppress, sort. What a run depends on comes in with
 * its request. Each server specification is judged once.
 */
@NullMarked
package io.github.serverlint.analysis;

import org.jspecify.annotations.NullMarked;
