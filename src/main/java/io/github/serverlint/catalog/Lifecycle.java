package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Since when and until when a release is supported. What is empty is not known, or has no end.
 *
 * @param supportEnds the last day on which everybody gets security updates
 * @param extendedUpdatesEnd the last day on which those who pay for it do
 */
public record Lifecycle(
        Optional<LocalDate> released,
        Optional<LocalDate> mainstreamEnds,
        Optional<LocalDate> supportEnds,
        Optional<LocalDate> extendedUpdatesEnd) {}
