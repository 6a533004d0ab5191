/** The goals: parameters to one request, one call, one result to what Maven shows and writes. */
@NullMarked
package io.github.serverlint.maven;

import org.jspecify.annotations.NullMarked;
