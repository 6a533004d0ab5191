package io.github.serverlint.input.ansible;

import io.github.serverlint.text.SourceFile;

/**
 * A file of variables of one group or host.
 *
 * @param encrypted whether it is encrypted, so that its variables are unknown
 */
record VarsFile(SourceFile file, VariableAssignments assignments, boolean encrypted) {}
