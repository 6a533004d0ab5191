package io.github.serverlint.layout.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;

/** A value for a variable, as one place says it. */
record Said(Node value, Span place) {}
