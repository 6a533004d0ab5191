package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.run.RunMonitor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Request of a plan: everything that it depends on.
 *
 * @param layout the input format of both
 * @param places folders and files with the current definitions
 * @param target folder or file with the definitions of the target
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
