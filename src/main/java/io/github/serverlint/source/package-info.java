/**
 * Files and places in them: the only package that reads the disk. It knows nothing of YAML, servers or rules.
 */
@NullMarked
package io.github.serverlint.source;

import org.jspecify.annotations.NullMarked;
