/** Text files and positions in them. Independent of the disk, YAML and servers. */
@NullMarked
package io.github.serverlint.text;

import org.jspecify.annotations.NullMarked;
