package io.github.serverlint.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns that find the release of a product in the names of images, boxes, installation media and guest types.
 *
 * @param patterns each finds, somewhere in a name, a group {@code release} that is the spelling of a release, a group
 *     {@code build} that is the third part of its build, or a group {@code level}
 * @param semiAnnual finds the name of a Semi-Annual Channel release, none of which is in the catalog
 * @param clients finds the name of a Windows for clients, beside which the name of a release is one of two answers
 */
public record ImageNamePatterns(List<Pattern> patterns, Optional<Pattern> semiAnnual, Optional<Pattern> clients) {

    /** For a product that no image is named after. */
    public static final ImageNamePatterns NONE = new ImageNamePatterns(List.of(), Optional.empty(), Optional.empty());
}
