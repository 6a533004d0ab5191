package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;

/** A value for a variable, as one place says it. */
record VariableAssignment(Node value, Span place) {}
