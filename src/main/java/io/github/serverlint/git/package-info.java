/**
 * Access to the definitions at a base revision through the {@code git} command. The package does not depend on YAML,
 * servers or rules. It neither runs code of the repository nor changes it.
 */
@NullMarked
package io.github.serverlint.git;

import org.jspecify.annotations.NullMarked;
