/**
 * What the definitions describe: servers, forests and migrations, each value with its place. Immutable, and free of
 * YAML; releases and terms are those of the catalog.
 */
@NullMarked
package io.github.serverlint.estate;

import org.jspecify.annotations.NullMarked;
