package io.github.serverlint.engine;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.Undecided;
import java.util.List;

/**
 * What a run has found.
 *
 * @param files how many files were read
 * @param findings sorted by path, line, column and rule
 * @param undecided what could not be judged, in the same order
 */
public record LintResult(int files, Estate estate, List<Finding> findings, List<Undecided> undecided) {

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The findings that count as violations. */
    public List<Finding> violations(Severity lowest) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(lowest) >= 0)
                .toList();
    }
}
