package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.Provenance;
import io.github.serverlint.rule.NotJudged;
import java.util.List;
import java.util.Optional;

/**
 * What a run has found.
 *
 * @param files how many files were read
 * @param rules those that judged, by which what is not found is known to be clean
 * @param findings sorted by path, line, column and rule
 * @param undecided what could not be judged, in the same order
 * @param comparison what the definitions were compared with, if they were
 * @param provenance how the values of another layout were found
 * @param notices what was left out on purpose, or is never used
 * @param replays the migrations of the estate as they run
 */
public record LintResult(
        int files,
        Estate estate,
        List<RuleInfo> rules,
        List<Finding> findings,
        List<NotJudged> undecided,
        Optional<BaseComparison> comparison,
        Provenance provenance,
        List<Notice> notices,
        List<ReplayedMigration> replays) {

    /**
     * A comparison with a base.
     *
     * @param ref as the user named it
     * @param commit where the base is
     * @param servers how many servers the base has
     * @param changed how many of them are other ones today, or gone
     * @param unreadable what of the base could not be read, as {@code path:line:column}; what has changed there is not
     *     judged
     */
    public record BaseComparison(String ref, String commit, int servers, int changed, List<String> unreadable) {

        /** Whether the base was there to be compared with, and could be read. */
        public boolean isWhole() {
            return servers > 0 && unreadable.isEmpty();
        }
    }

    /** The same result with other findings. */
    public LintResult with(List<Finding> others) {
        return new LintResult(files, estate, rules, others, undecided, comparison, provenance, notices, replays);
    }

    /** The findings of a severity that count. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity && finding.isOpen())
                .count();
    }

    /** How many findings have a status. */
    public long count(Finding.Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }

    /** The findings that count as violations. */
    public List<Finding> violations(Severity threshold) {
        return findings.stream()
                .filter(finding -> finding.isViolation(threshold))
                .toList();
    }
}
