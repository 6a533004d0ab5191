package io.github.serverlint.finding;

import java.util.List;

/** How grave a finding is, from the least to the most. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** The order in which people want to hear of them. */
    public static final List<Severity> GRAVEST_FIRST = List.of(ERROR, WARNING, NOTE);

    /** As users write it: {@code note}, {@code warning}, {@code error}. */
    public String word() {
        return KebabCase.of(this);
    }
}
