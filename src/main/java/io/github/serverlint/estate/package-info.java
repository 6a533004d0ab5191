/**
 * Immutable model of the definitions: servers, forests and migrations, each value with its place. It is independent of
 * YAML; releases and terms are those of the catalog.
 */
@NullMarked
package io.github.serverlint.estate;

import org.jspecify.annotations.NullMarked;
