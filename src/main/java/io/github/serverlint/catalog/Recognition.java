package io.github.serverlint.catalog;

import java.util.List;
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
     * @param candidates the releases that it can mean; empty if it means none
     */
    record Unrecognized(String problem, String fix, List<Release> candidates) implements Recognition {

        /** A text that means no release. */
        public Unrecognized(String problem, String fix) {
            this(problem, fix, List.of());
        }
    }
}
