package io.github.serverlint.source;

import java.util.List;

/**
 * What belongs to the definitions in a place that somebody names, and whether it may be shown.
 *
 * @param includes Ant patterns, relative to a folder that is searched
 * @param beside folders that belong to a single file that lies beside them, with all that is in them
 * @param confidential whether the files hold what no message may show, such as passwords
 */
public record Scope(List<String> includes, List<String> beside, boolean confidential) {
    public Scope {
        includes = List.copyOf(includes);
        beside = List.copyOf(beside);
    }

    /** Files that hold nothing but definitions. */
    public static Scope of(List<String> includes) {
        return new Scope(includes, List.of(), false);
    }

    /** The same with other patterns. */
    public Scope including(List<String> patterns) {
        return new Scope(patterns, beside, confidential);
    }
}
