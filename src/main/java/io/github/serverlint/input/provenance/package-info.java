/**
 * Servers as a layout of other tools has found them, before anybody has understood their words. Fields have the names of
 * the format's own keys, and every value keeps the place where the reader's file says it.
 */
@NullMarked
package io.github.serverlint.input.provenance;

import org.jspecify.annotations.NullMarked;
