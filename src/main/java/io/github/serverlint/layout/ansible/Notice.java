package io.github.serverlint.layout.ansible;

import io.github.serverlint.source.Span;

/** Something that Ansible leaves out without a word, or that cannot be known: no fault, but to be said aloud. */
public record Notice(Span place, String message) {}
