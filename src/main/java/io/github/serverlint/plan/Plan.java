package io.github.serverlint.plan;

import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import java.util.List;

/** Plan from one estate to another, or why there is none. */
public sealed interface Plan {

    /**
     * Plan that was found. Every step and every state in between is accepted by all rules.
     *
     * @param stages in order; empty if there is nothing to do
     * @param shortest whether it is proven that no plan with fewer new installations, or as many and fewer steps,
     *     exists
     * @param tolerated whether the target itself has findings, which the plan then tolerates
     */
    record Solution(List<PlanStage> stages, boolean shortest, boolean tolerated) implements Plan {
        public List<Step> steps() {
            return stages.stream()
                    .flatMap(planStage -> planStage.steps().stream())
                    .toList();
        }
    }

    /**
     * No plan, because the target itself has errors.
     *
     * @param faults the errors of the target that the current estate does not have
     */
    record Illegal(List<Finding> faults) implements Plan {}

    /**
     * No plan.
     *
     * @param what cannot be reached, as a sentence
     * @param reasons the conflicting facts: without any one of them there would be a plan; empty if no available step
     *     leads there
     * @param proven whether the whole search space was explored; if not, the search was given up
     */
    record Impossible(String what, List<Finding> reasons, boolean proven) implements Plan {}

    /**
     * Stage of a plan: the same step on one server or on several equivalent ones.
     *
     * @param waits the stages that have to be finished before, in order; others may be made in any order
     * @param undo how it can be undone
     * @param needs what has to hold before, beyond what definitions show
     */
    record PlanStage(List<Step> steps, List<Wait> waits, Undo undo, List<Need> needs) {}

    /**
     * Fact that a stage depends on and that no definition shows.
     *
     * @param text one or more sentences
     * @param sources the citations
     */
    record Need(String text, List<String> sources) {}

    /**
     * Dependency of a stage on an earlier one.
     *
     * @param stage its number, from 1
     * @param because what would be wrong otherwise; empty if it is only the order of steps on one server
     * @param sources the citations
     */
    record Wait(int stage, String because, List<String> sources) {}

    /** Way to undo a stage. */
    enum Undo {
        /** By the opposite step. */
        POSSIBLE,
        /** By restoring a backup only. */
        BY_BACKUP,
        /** Not at all. */
        NEVER
    }
}
