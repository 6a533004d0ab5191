package io.github.serverlint.analysis;

import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a run depends on.
 *
 * @param layout how the definitions are laid out
 * @param places folders and files to lint
 * @param asOf the day that dates are compared with
 * @param failIfNoServers whether a run that has found no server is a mistake of the configuration
 * @param base what the definitions are compared with; empty if the change is not judged
 * @param baseline the file of known violations; empty if there is none
 */
public record LintRequest(
        SourceTree tree,
        InputFormat layout,
        List<Path> places,
        RuleSeverities severities,
        LocalDate asOf,
        boolean failIfNoServers,
        Optional<Base> base,
        Optional<SourceFile> baseline,
        RunMonitor monitor) {

    /** The same, with other severities. */
    public LintRequest with(RuleSeverities other) {
        return new LintRequest(tree, layout, places, other, asOf, failIfNoServers, base, baseline, monitor);
    }

    /** The same, with a file of known violations or without one. */
    public LintRequest with(Optional<SourceFile> known) {
        return new LintRequest(tree, layout, places, severities, asOf, failIfNoServers, base, known, monitor);
    }

    /**
     * What the definitions are compared with.
     *
     * @param ref a commit-ish of git; the base is where its history and that of the work tree part
     * @param onlyNew whether findings that the base had already do not count
     */
    public record Base(String ref, boolean onlyNew) {}
}
