/** What changes, and not whether it may: an estate while steps are played on it, or between a base and today. */
@NullMarked
package io.github.serverlint.change;

import org.jspecify.annotations.NullMarked;
