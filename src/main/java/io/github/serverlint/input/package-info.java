/** What input formats have in common: from files to one estate, and whether the names in it are defined. */
@NullMarked
package io.github.serverlint.input;

import org.jspecify.annotations.NullMarked;
