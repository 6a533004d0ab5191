package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.run.RunMonitor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a plan depends on.
 *
 * @param layout how both are laid out
 * @param places folders and files with the definitions as they are
 * @param target folder or file with the definitions as they are wanted
 * @param asOf the day that dates are compared with
 */
public record PlanRequest(
        SourceTree tree,
        InputFormat layout,
        List<Path> places,
        Path target,
        RuleSeverities severities,
        LocalDate asOf,
        RunMonitor monitor) {}
