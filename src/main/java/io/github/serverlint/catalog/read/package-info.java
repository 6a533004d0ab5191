/** Reader of catalog files: YAML rows to facts, with an error at the place of each row that cannot be one. */
@NullMarked
package io.github.serverlint.catalog.read;

import org.jspecify.annotations.NullMarked;
