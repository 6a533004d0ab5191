package io.github.serverlint.plan;

import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import java.util.List;

/** The way from one estate to another, or why there is none. */
public sealed interface Plan {

    /**
     * A way. Every step of it, and every state between, is accepted by all rules.
     *
     * @param stages in order; none if there is nothing to do
     * @param shortest whether it is proven that no way with fewer new installations, or as many and fewer steps, exists
     * @param tolerated whether the target has something itself that a rule finds, so that the way to it has it too
     */
    record Solution(List<PlanStage> stages, boolean shortest, boolean tolerated) implements Plan {
        public List<Step> steps() {
            return stages.stream()
                    .flatMap(planStage -> planStage.steps().stream())
                    .toList();
        }
    }

    /**
     * No way, because the target itself is not legal.
     *
     * @param faults what is wrong with it, and not with the estate as it is
     */
    record Illegal(List<Finding> faults) implements Plan {}

    /**
     * No way.
     *
     * @param what cannot be reached, as a sentence
     * @param reasons what forbids it: without any one of these facts there would be a way; none if no fact does, but the
     *     steps that there are
     * @param proven whether every way was tried; if not, the search was given up
     */
    record Impossible(String what, List<Finding> reasons, boolean proven) implements Plan {}

    /**
     * The same step on one server or on several alike.
     *
     * @param waits what has to be finished before, in order; other stages may be made in any order
     * @param undo what there is if it has to be taken back
     */
    record PlanStage(List<Step> steps, List<Wait> waits, Undo undo) {}

    /**
     * What a stage waits for.
     *
     * @param stage its number, from 1
     * @param because what would be wrong otherwise; empty if it is the order of work on one server
     * @param sources who says so
     */
    record Wait(int stage, String because, List<String> sources) {}

    /** The way back from a stage. */
    enum Undo {
        /** The opposite step. */
        POSSIBLE,
        /** A backup alone. */
        BY_BACKUP,
        /** None. */
        NEVER
    }
}
