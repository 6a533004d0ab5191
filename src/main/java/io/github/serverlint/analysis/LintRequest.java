package io.github.serverlint.analysis;

import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.run.RunMonitor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Request of a lint run: everything that it depends on.
 *
 * @param layout the input format of the definitions
 * @param places folders and files to lint
 * @param asOf the day that dates are compared with
 * @param failIfNoServers whether a run that finds no server is a configuration error
 * @param base what the definitions are compared with; empty if changes are not checked
 * @param baseline the known violations; empty if there is none
 */
public record LintRequest(
        SourceTree tree,
        InputFormat layout,
        List<Path> places,
        RuleSeverities severities,
        LocalDate asOf,
        boolean failIfNoServers,
        Optional<Base> base,
        Optional<Baseline> baseline,
        RunMonitor monitor) {

    /** The same, with other severities. */
    public LintRequest with(RuleSeverities other) {
        return new LintRequest(tree, layout, places, other, asOf, failIfNoServers, base, baseline, monitor);
    }

    /** The same, with or without a baseline. */
    public LintRequest with(Optional<Baseline> known) {
        return new LintRequest(tree, layout, places, severities, asOf, failIfNoServers, base, known, monitor);
    }

    /**
     * Base that the definitions are compared with.
     *
     * @param ref a commit-ish of git; the base is its merge base with the work tree
     * @param onlyNew whether findings that the base has already do not count
     */
    public record Base(String ref, boolean onlyNew) {}
}
