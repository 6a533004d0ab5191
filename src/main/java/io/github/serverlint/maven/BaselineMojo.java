package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Records the violations of today in <code>baselineFile</code>, so that from now on <code>check</code> fails on new ones
 * only. An older file is replaced.
 *
 * <p>What could not be read, and what is wrong with suppression comments, cannot be recorded: then the goal fails and
 * writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", threadSafe = true, requiresProject = false)
public final class BaselineMojo extends AbstractLintMojo {
    /**
     * Only removes the entries that no longer occur, and adds none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.baseline.prune", defaultValue = "false")
    private String prune;

    @Override
    void run() throws MojoFailureException {
        boolean pruning = flag("prune", prune);
        Severity threshold = threshold();
        if (hasNothingToLint()) {
            return;
        }
        BaselineFile file = baselineFile();
        Optional<SourceFile> old = file.read();
        if (pruning) {
            prune(file, old.orElseThrow(this::nothingToPrune), threshold);
        } else {
            record(file, old.map(Baseline::read), threshold);
        }
    }

    private void record(BaselineFile file, Optional<Baseline> old, Severity threshold) throws MojoFailureException {
        LintResult result = new Linter(catalog()).lint(request(true, Optional.empty()));
        List<Finding> violations = result.violations(threshold);
        failOn(
                result,
                "A baseline cannot hold what is wrong with the reading of files or with suppression comments",
                violations.stream()
                        .filter(finding -> !finding.rule().excusable())
                        .toList());
        Baseline now = Baseline.of(violations);
        file.replace(now);
        if (now.size() > 0) {
            Baseline before = old.orElse(Baseline.of(List.of()));
            info("Recorded " + violations(now) + " in " + file.name() + " (" + now.missingIn(before) + " added, "
                    + before.missingIn(now) + " removed): " + byRule(now) + ".");
            info("Next: commit it. From now on check fails only on violations that it does not have.");
        } else {
            info(old.map(before -> "No violation: " + file.name() + ", which had " + before.size() + ", is removed."
                            + nextWithoutFile())
                    .orElse("No violation: there is nothing to record."));
        }
    }

    private void prune(BaselineFile file, SourceFile text, Severity threshold) throws MojoFailureException {
        Baseline before = Baseline.read(text);
        RuleInfo staleness = SuppressionRule.STALE_BASELINE.info();
        // Independent of the severity configured for check.
        RuleSeverities severities = severities().with(staleness, Severity.ERROR);
        LintResult result = new Linter(catalog())
                .lint(request(true, Optional.empty()).with(severities).with(Optional.of(before)));
        failOn(
                result,
                "Nobody knows what no longer occurs where files could not be read",
                result.findings().stream()
                        .filter(finding -> finding.rule().reading() && finding.severity() == Severity.ERROR)
                        .toList());
        Set<Span> stale = result.findings().stream()
                .filter(finding -> finding.rule().equals(staleness))
                .map(Finding::span)
                .collect(Collectors.toSet());
        Baseline removed = before.at(stale);
        Baseline left = before.without(stale);
        if (removed.size() == 0) {
            info("Nothing to remove from " + file.name() + ", which has " + violations(left) + ".");
        } else {
            file.replace(left);
            info("Removed " + violations(removed) + " that no longer occur" + (removed.size() == 1 ? "s" : "")
                    + " from "
                    + file.name() + ": " + byRule(removed) + ". "
                    + (left.size() == 0
                            ? "It had no other, and is removed." + nextWithoutFile()
                            : "It has " + left.size() + " left. Next: commit it."));
        }
        long others = result.violations(threshold).stream()
                .filter(finding -> finding.rule().excusable())
                .count();
        if (others > 0) {
            info("New violations are not added: " + others + " found, which check shows.");
        }
    }

    private ConfigurationException nothingToPrune() {
        return new ConfigurationException(
                "prune: there is no file " + baselineFile().name()
                        + " to remove anything from. Record the violations of today with "
                        + reactor().command("baseline") + ".");
    }

    /** Fails the goal if there are findings that cannot be handled. */
    private void failOn(LintResult result, String why, List<Finding> findings) throws MojoFailureException {
        if (!findings.isEmpty()) {
            show(consoleReport().lines(result.with(findings)));
            String text = why + ": mend that first, or leave the files out with excludes.";
            throw failure(result, "Nothing was written:\n  " + text + ConsoleReport.failureMessage(findings));
        }
    }

    /** A configured file has to exist. */
    private String nextWithoutFile() {
        return isBaselineConfigured()
                ? " Next: commit that, and take baselineFile out of the configuration."
                : " Next: commit that.";
    }

    private static String violations(Baseline baseline) {
        return ConsoleReport.counted(baseline.size(), "violation");
    }

    private static String byRule(Baseline baseline) {
        return baseline.countsByRule().entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    private void info(String line) {
        getLog().info(line);
    }
}
