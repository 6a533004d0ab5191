/** Reader of catalog files: converts YAML rows to facts, and reports each invalid row at its place. */
@NullMarked
package io.github.serverlint.catalog.read;

import org.jspecify.annotations.NullMarked;
