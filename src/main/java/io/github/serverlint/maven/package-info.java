/**
 * Goals of the plugin. Each converts its parameters to a request, runs the engine once, and shows and writes the
 * result.
 */
@NullMarked
package io.github.serverlint.maven;

import org.jspecify.annotations.NullMarked;
