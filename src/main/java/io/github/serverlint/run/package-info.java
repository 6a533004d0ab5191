/** What concerns a whole run: cancelling it, its progress, and the error of a configuration that cannot be used. */
@NullMarked
package io.github.serverlint.run;

import org.jspecify.annotations.NullMarked;
