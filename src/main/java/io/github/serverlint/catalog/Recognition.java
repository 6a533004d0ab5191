package io.github.serverlint.catalog;

import java.util.List;
import java.util.Optional;

/** Result of parsing a text as the name of a release. */
public sealed interface Recognition {

    /** One release, and the level, edition and architecture that the text names. */
    record Recognized(Release release, Optional<Level> level, Optional<String> edition, Optional<Term> architecture)
            implements Recognition {}

    /**
     * No release, or an ambiguous text.
     *
     * @param problem the rest of a sentence that begins with the text
     * @param fix how to correct it
     * @param candidates the releases that match; empty if none do
     */
    record Unrecognized(String problem, String fix, List<Release> candidates) implements Recognition {

        /** A text that matches no release. */
        public Unrecognized(String problem, String fix) {
            this(problem, fix, List.of());
        }
    }
}
