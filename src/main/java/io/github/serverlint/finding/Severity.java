package io.github.serverlint.finding;

import java.util.List;

/** Severity of a finding, in ascending order. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** Descending order. */
    public static final List<Severity> GRAVEST_FIRST = List.of(ERROR, WARNING, NOTE);

    /** Returns the name in configuration and reports: {@code note}, {@code warning}, {@code error}. */
    public String word() {
        return KebabCase.of(this);
    }
}
