/**
 * Analysis in its order: load, check, compare with a base, replay migrations, suppress, sort. Everything a run depends
 * on is part of its request. Each server spec is checked once.
 */
@NullMarked
package io.github.serverlint.analysis;

import org.jspecify.annotations.NullMarked;
