/** Text files, and places in them. They know nothing of the disk, YAML or servers. */
@NullMarked
package io.github.serverlint.text;

import org.jspecify.annotations.NullMarked;
