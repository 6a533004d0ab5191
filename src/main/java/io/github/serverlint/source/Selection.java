package io.github.serverlint.source;

import java.util.List;

/** Which files of a folder are definitions, whoever lists them: the disk, or a commit. Paths are relative to the folder. */
public final class Selection {
    private final List<AntPattern> includes;
    private final List<AntPattern> excludes;

    /**
     * A selection.
     *
     * @param includes Ant patterns, of which one has to match
     * @param excludes Ant patterns that win over them
     */
    public Selection(List<String> includes, List<String> excludes) {
        this.includes = includes.stream().map(AntPattern::new).toList();
        this.excludes = excludes.stream().map(AntPattern::new).toList();
    }

    /** Whether a subfolder of this name is searched; hidden ones are not. */
    public static boolean searches(String folderName) {
        return !folderName.startsWith(".");
    }

    /** Whether the patterns select a file. */
    public boolean takes(String path) {
        return includes.stream().anyMatch(pattern -> pattern.matches(path)) && !leavesOut(path);
    }

    /** Whether the patterns exclude a path, so that it does not matter what is wrong with it. */
    public boolean leavesOut(String path) {
        return excludes.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
