package io.github.serverlint.input.jsonpath;

import io.github.serverlint.text.Span;

/** Abort of a query or regular expression that exceeded its limit on a value. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Span value;

    /**
     * Creates the exception.
     *
     * @param what the expression or the query, as written
     * @param value the place of the value
     */
    LimitExceeded(String what, Span value) {
        super(what);
        this.value = value;
    }

    /** The expression or the query, as written. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** The place of the value. */
    public Span value() {
        return value;
    }
}
