/**
 * The mapping language: files that say where other tools keep the servers, and how a server's fields are found. Pure: a
 * mapping file and the files of a folder in, records out.
 */
@NullMarked
package io.github.serverlint.input.mapping;

import org.jspecify.annotations.NullMarked;
