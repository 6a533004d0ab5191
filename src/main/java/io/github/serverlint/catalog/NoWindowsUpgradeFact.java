package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/**
 * An Exchange release under which no release of Windows is ever upgraded in place.
 *
 * @param instead the way to a newer Windows
 */
public record NoWindowsUpgradeFact(Release under, String because, String instead, Evidence evidence, Span place)
        implements Fact {}
