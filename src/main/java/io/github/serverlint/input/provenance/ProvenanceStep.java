package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Span;

/** A step in the provenance of a value: a place, and a description of it. */
public record ProvenanceStep(Span place, String note) {}
