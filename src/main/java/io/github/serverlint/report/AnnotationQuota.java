package io.github.serverlint.report;

import io.github.serverlint.finding.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many annotations GitHub still takes from one step of a workflow, of each severity. It drops the rest without a word.
 * All modules of a build share it.
 */
public final class AnnotationQuota {
    private static final int OF_EACH = 10;

    private final Map<Severity, Integer> taken = new EnumMap<>(Severity.class);

    /** As many as are wanted, or as are left. */
    synchronized int take(Severity severity, int wanted) {
        int before = taken.getOrDefault(severity, 0);
        int granted = Math.min(wanted, OF_EACH - before);
        taken.put(severity, before + granted);
        return granted;
    }
}
