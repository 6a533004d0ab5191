package io.github.serverlint.engine;

import io.github.serverlint.source.SourceTree;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a run depends on.
 *
 * @param places folders and files to lint
 * @param failIfNoServers whether a run that has found no server is a mistake of the configuration
 */
public record LintRequest(SourceTree tree, List<Path> places, RuleSeverities severities, boolean failIfNoServers) {}
