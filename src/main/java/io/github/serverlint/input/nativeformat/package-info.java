/** The native format: {@code defaults}, {@code forests}, {@code servers} and {@code migrations} of serverlint's own files. */
@NullMarked
package io.github.serverlint.input.nativeformat;

import org.jspecify.annotations.NullMarked;
