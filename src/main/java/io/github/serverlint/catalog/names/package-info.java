/** Parser of the names of releases, levels and editions as people and tools write them. */
@NullMarked
package io.github.serverlint.catalog.names;

import org.jspecify.annotations.NullMarked;
