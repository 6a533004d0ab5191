package io.github.serverlint.finding;

import io.github.serverlint.source.Span;

/** A second place that explains a finding. */
public record Related(Span span, String message) {}
