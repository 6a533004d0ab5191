package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;

/** A value assigned to a variable at one place. */
record VariableAssignment(Node value, Span place) {}
