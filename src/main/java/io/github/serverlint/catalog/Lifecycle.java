package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Lifecycle dates of a release. An empty date is unknown, or there is no end.
 *
 * @param supportEnds the last day of free security updates; under a modern lifecycle the earliest such day
 * @param isModern whether the release has no fixed end: it is supported at a recent update, and an end is announced
 * @param levelSupport how long its levels are supported
 */
public record Lifecycle(
        Optional<LocalDate> released,
        Optional<LocalDate> mainstreamEnds,
        Optional<LocalDate> supportEnds,
        boolean isModern,
        Optional<PaidUpdates> paidUpdates,
        LevelSupport levelSupport) {

    /** No date is known. */
    static final Lifecycle UNKNOWN = new Lifecycle(
            Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), LevelSupport.AS_THE_RELEASE);

    /**
     * Security updates for a fee after the end of support.
     *
     * @param end the last day
     * @param from the lowest level that gets them; empty for all
     * @param isRecalled whether the day is from memory, whatever the release is
     */
    public record PaidUpdates(LocalDate end, Optional<Level> from, boolean isRecalled) {

        /** Whether a level gets them. */
        public boolean covers(Level level) {
            return from.filter(level::isBefore).isEmpty();
        }
    }
}
