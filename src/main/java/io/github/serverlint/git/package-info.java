/**
 * The definitions as they were at a base revision, asked of the {@code git} command. It knows nothing of YAML, servers or
 * rules; nothing of the repository is run, and nothing of it is changed.
 */
@NullMarked
package io.github.serverlint.git;

import org.jspecify.annotations.NullMarked;
