package io.github.serverlint.engine;

import io.github.serverlint.source.SourceTree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a run depends on.
 *
 * @param places folders and files to lint
 * @param asOf the day that dates are compared with
 * @param failIfNoServers whether a run that has found no server is a mistake of the configuration
 */
public record LintRequest(
        SourceTree tree, List<Path> places, RuleSeverities severities, LocalDate asOf, boolean failIfNoServers) {}
