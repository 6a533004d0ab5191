package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Lifecycle dates of a release. An empty date is unknown, or there is no end.
 *
 * @param supportEnds the last day of free security updates
 * @param extendedUpdatesEnd the last day of paid security updates
 */
public record Lifecycle(
        Optional<LocalDate> released,
        Optional<LocalDate> mainstreamEnds,
        Optional<LocalDate> supportEnds,
        Optional<LocalDate> extendedUpdatesEnd) {}
