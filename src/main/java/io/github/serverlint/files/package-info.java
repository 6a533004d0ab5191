/** The only package that reads the disk: finding, filtering and decoding files of definitions. */
@NullMarked
package io.github.serverlint.files;

import org.jspecify.annotations.NullMarked;
