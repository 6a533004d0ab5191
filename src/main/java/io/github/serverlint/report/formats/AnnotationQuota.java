package io.github.serverlint.report.formats;

import io.github.serverlint.finding.Severity;
import java.util.Map;

/**
 * How many annotations GitHub still takes from one step of a workflow, of each severity. It drops the rest without a word.
 * All modules of a build share it.
 */
public final class AnnotationQuota {
    private static final int OF_EACH = 10;

    private final Map<String, Integer> taken;

    /**
     * What is left.
     *
     * @param taken how many of each severity are used up, by its word; it is kept up to date
     */
    public AnnotationQuota(Map<String, Integer> taken) {
        this.taken = taken;
    }

    /** As many as are wanted, or as are left. */
    int take(Severity severity, int wanted) {
        int before = taken.getOrDefault(severity.word(), 0);
        int granted = Math.min(wanted, OF_EACH - before);
        taken.put(severity.word(), before + granted);
        return granted;
    }
}
