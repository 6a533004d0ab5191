package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Scrutiny;
import io.github.serverlint.source.SourceFile;
import java.util.List;

/** Violations that are known, and that do not fail a build for that. */
public final class Baseline {
    private Baseline() {}

    /**
     * Reads a baseline.
     *
     * @throws io.github.serverlint.source.ConfigurationException if it cannot be understood, with line and column
     */
    public static Baseline read(SourceFile file) {
        return new Baseline();
    }

    /**
     * Marks the findings that it has, and adds a finding for each entry that no longer occurs.
     *
     * @param findings in no order
     */
    public List<Finding> apply(List<Finding> findings, Scrutiny scrutiny) {
        return findings;
    }
}
