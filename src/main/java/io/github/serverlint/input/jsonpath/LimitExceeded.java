package io.github.serverlint.input.jsonpath;

import io.github.serverlint.text.Span;

/** An expression or a selector that a value keeps busy for longer than any honest one. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Span value;

    /**
     * A search that was given up.
     *
     * @param what the expression or the selector, as it is written
     * @param value where it was tried
     */
    LimitExceeded(String what, Span value) {
        super(what);
        this.value = value;
    }

    /** The expression or the selector, as it is written. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** Where it was tried. */
    public Span value() {
        return value;
    }
}
