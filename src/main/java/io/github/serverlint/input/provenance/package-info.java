/**
 * Records of servers found in files of other tools, before their values are parsed, and the provenance of the values.
 * Fields have the names of the native format's keys, and every value keeps its place in the file.
 */
@NullMarked
package io.github.serverlint.input.provenance;

import org.jspecify.annotations.NullMarked;
