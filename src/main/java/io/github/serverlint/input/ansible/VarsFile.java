package io.github.serverlint.input.ansible;

import io.github.serverlint.text.SourceFile;

/**
 * A file of variables of one group or host.
 *
 * @param encrypted whether nobody knows what it says
 */
record VarsFile(SourceFile file, VariableAssignments saying, boolean encrypted) {}
