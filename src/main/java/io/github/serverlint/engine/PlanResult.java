package io.github.serverlint.engine;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What planning has come to.
 *
 * @param unreadable what is wrong with the way the definitions are written, of today or of the target
 * @param plan empty if something could not be read
 * @param servers how many servers there are today
 * @param wanted how many the target has
 */
public record PlanResult(List<Finding> unreadable, Optional<Plan> plan, int servers, int wanted) {}
