/**
 * Transitions of an estate, by steps of a migration or since a base. Whether they are supported is decided by rules.
 */
@NullMarked
package io.github.serverlint.change;

import org.jspecify.annotations.NullMarked;
