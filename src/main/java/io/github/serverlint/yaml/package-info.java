/** Parsing of YAML text into nodes with their places. Independent of servers. */
@NullMarked
package io.github.serverlint.yaml;

import org.jspecify.annotations.NullMarked;
