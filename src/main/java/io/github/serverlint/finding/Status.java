package io.github.serverlint.finding;

import java.util.Locale;

/** Whether a finding counts. */
public enum Status {
    /** It counts. */
    OPEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
