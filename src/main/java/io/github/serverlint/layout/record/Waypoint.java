package io.github.serverlint.layout.record;

import io.github.serverlint.text.Span;

/** A place that a value passed on its way to a server, and in words what it is. */
public record Waypoint(Span place, String note) {}
