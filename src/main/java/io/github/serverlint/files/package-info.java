/** Finding, filtering and decoding definition files. Besides {@code git} the only package that reads the disk. */
@NullMarked
package io.github.serverlint.files;

import org.jspecify.annotations.NullMarked;
