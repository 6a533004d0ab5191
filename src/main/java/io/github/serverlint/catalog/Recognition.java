package io.github.serverlint.catalog;

import java.util.Optional;

/** What a text says about the release of a product. */
public sealed interface Recognition {

    /** One release, and what else the text says of it. */
    record Recognized(Release release, Optional<Level> level, Optional<String> edition, Optional<Term> architecture)
            implements Recognition {}

    /**
     * No release, or more than one.
     *
     * @param problem the rest of a sentence that begins with the text
     * @param fix what would be right
     */
    record Unrecognized(String problem, String fix) implements Recognition {}
}
