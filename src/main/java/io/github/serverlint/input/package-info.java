/** From nodes to servers: where a definition says what, and what is missing, misspelt or of the wrong kind. */
@NullMarked
package io.github.serverlint.input;

import org.jspecify.annotations.NullMarked;
