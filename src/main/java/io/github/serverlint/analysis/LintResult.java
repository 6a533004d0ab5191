package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.Provenance;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.rule.NotJudged;
import java.util.List;
import java.util.Optional;

/**
 * Result of a lint run.
 *
 * @param files how many files were read
 * @param rules the rules that were run
 * @param findings sorted by path, line, column and rule
 * @param undecided the checks that could not be made, in the same order
 * @param unjudged the servers that no rule could judge, in the same order
 * @param comparison the comparison with the base, if there was one
 * @param provenance how the values of a mapped format were found
 * @param notices notes on input that was left out on purpose, or is never used
 * @param replays the replayed migrations of the estate
 */
public record LintResult(
        int files,
        Estate estate,
        List<RuleInfo> rules,
        List<Finding> findings,
        List<NotJudged> undecided,
        List<UnjudgedServer> unjudged,
        Optional<BaseComparison> comparison,
        Provenance provenance,
        List<Notice> notices,
        List<ReplayedMigration> replays) {

    /**
     * Comparison with a base.
     *
     * @param ref as the user named it
     * @param commit the commit of the base
     * @param servers how many servers the base has
     * @param changed how many of them have changed or are gone
     * @param unreadable the places of the base that could not be parsed, as {@code path:line:column}; changes there are
     *     not checked
     * @param isUncertain whether a later common commit may be hidden, because the history of the clone is cut
     */
    public record BaseComparison(
            String ref, String commit, int servers, int changed, List<String> unreadable, boolean isUncertain) {
        /** What an uncertain base means and what helps. */
        public static final String UNCERTAIN =
                "The history of the clone is cut on the way there, so that a later common"
                        + " commit may be hidden, and what the base has changed since passes for a change of this one. Fetch all"
                        + " of it: git fetch --unshallow; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab.";

        /** Whether the base has servers and could be parsed completely. */
        public boolean isWhole() {
            return servers > 0 && unreadable.isEmpty();
        }
    }

    /** The same result with other findings. */
    public LintResult with(List<Finding> others) {
        return new LintResult(
                files, estate, rules, others, undecided, unjudged, comparison, provenance, notices, replays);
    }

    /** How many servers there are. */
    public int servers() {
        return estate.servers().size();
    }

    /** Whether the Windows of a server is known, so that something was judged. */
    public boolean hasKnownWindows() {
        return estate.servers().stream().anyMatch(Server::hasKnownWindows);
    }

    /**
     * The first server that no rule could judge, as {@code "name" (place)}; empty if there is none.
     *
     * @param folder what leads to the base directory of the run: empty, or ending in a slash
     */
    public Optional<String> firstUnjudged(String folder) {
        return unjudged.stream()
                .findFirst()
                .map(server -> server.name().value().quoted() + " (" + folder
                        + server.name().place() + ")");
    }

    /** Whether nothing was left out of what was judged: no part of the files, no server, no value and no change. */
    public boolean isWhole() {
        return undecided.isEmpty()
                && unjudged.isEmpty()
                && notices.isEmpty()
                && comparison.map(BaseComparison::isWhole).orElse(true);
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
