package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/** Support for a front end of one release before a back end of a newer one. */
public record FrontEndFact(
        Release frontEnd, Release backEnd, boolean supported, String because, Evidence evidence, Span place)
        implements Fact {}
