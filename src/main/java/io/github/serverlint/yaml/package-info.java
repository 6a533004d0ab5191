/** YAML text to a tree of nodes with their places. It knows nothing of servers. */
@NullMarked
package io.github.serverlint.yaml;

import org.jspecify.annotations.NullMarked;
