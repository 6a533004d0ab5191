/**
 * The mapping language: mapping files define where other tools keep servers, and how to find the fields of a server.
 * Pure: from a mapping file and the files of a folder to records.
 */
@NullMarked
package io.github.serverlint.input.mapping;

import org.jspecify.annotations.NullMarked;
