package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * In-place upgrade of a release, supported or not.
 *
 * @param fromLevel the lowest level that can be upgraded; empty for any
 * @param under the release installed on top during an upgrade of Windows; empty for every other upgrade
 */
public record UpgradeFact(
        Release from,
        Optional<Level> fromLevel,
        Release to,
        Optional<Release> under,
        boolean supported,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {}
