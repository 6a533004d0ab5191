package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Span;

/** A place that a value passed on its way to a server, and in words what it is. */
public record ProvenanceStep(Span place, String note) {}
