package io.github.serverlint.files;

import java.util.List;

/**
 * What belongs to the definitions in a place that somebody names, and whether it may be shown.
 *
 * @param includes Ant patterns, relative to a folder that is searched
 * @param beside folders that belong to a single file that lies beside them, with all that is in them
 * @param confidential whether the files hold what no message may show, such as passwords
 */
public record FileScope(List<String> includes, List<String> beside, boolean confidential) {
    public FileScope {
        includes = List.copyOf(includes);
        beside = List.copyOf(beside);
    }

    /** Files that hold nothing but definitions. */
    public static FileScope of(List<String> includes) {
        return new FileScope(includes, List.of(), false);
    }

    /** The same with other patterns. */
    public FileScope including(List<String> patterns) {
        return new FileScope(patterns, beside, confidential);
    }
}
