package io.github.serverlint.plan;

import io.github.serverlint.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Result of planning.
 *
 * @param findings about reading the current definitions and those of the target
 * @param plan empty if something could not be read, or was left out as unclear
 * @param servers the number of current servers
 * @param wanted the number of servers of the target
 */
public record PlanResult(List<Finding> findings, Optional<Plan> plan, int servers, int wanted) {}
