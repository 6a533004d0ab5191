package io.github.serverlint.plan;

import io.github.serverlint.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What planning has come to.
 *
 * @param findings about reading the definitions of today and of the target
 * @param plan empty if something could not be read, or was left out as unclear
 * @param servers how many servers there are today
 * @param wanted how many the target has
 */
public record PlanResult(List<Finding> findings, Optional<Plan> plan, int servers, int wanted) {}
