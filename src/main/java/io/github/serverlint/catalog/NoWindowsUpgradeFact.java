package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/**
 * Exchange release under which Windows is never upgraded in place.
 *
 * @param instead how to move to a newer Windows
 */
public record NoWindowsUpgradeFact(Release under, String because, String instead, Evidence evidence, Span place)
        implements Fact {}
