package io.github.serverlint.files;

import java.util.List;

/**
 * Which files below a named path are definitions, and whether their content may be shown.
 *
 * @param includes Ant patterns, relative to the searched folder
 * @param beside names of folders that are read as well when a single file beside them is named
 * @param confidential whether the files may hold secrets such as passwords, which no message may show
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

    /** The same scope with other patterns. */
    public FileScope including(List<String> patterns) {
        return new FileScope(patterns, beside, confidential);
    }
}
