package io.github.serverlint.finding;

import java.util.Locale;

/** How grave a finding is, from the least to the most. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** As users write it: {@code note}, {@code warning}, {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
