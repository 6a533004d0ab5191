package io.github.serverlint.report.formats;

import io.github.serverlint.finding.Severity;
import java.util.Map;

/**
 * Quota of annotations, by severity, that GitHub accepts from one step of a workflow. GitHub drops the rest silently.
 * All modules of a build share it.
 */
public final class AnnotationQuota {
    private static final int MAX_PER_SEVERITY = 10;

    private final Map<String, Integer> taken;

    /**
     * Creates a quota.
     *
     * @param taken the number already used, by name of the severity; it is updated
     */
    public AnnotationQuota(Map<String, Integer> taken) {
        this.taken = taken;
    }

    /** Takes the wanted number, or what is left. */
    int take(Severity severity, int wanted) {
        int before = taken.getOrDefault(severity.word(), 0);
        int granted = Math.min(wanted, MAX_PER_SEVERITY - before);
        taken.put(severity.word(), before + granted);
        return granted;
    }
}
