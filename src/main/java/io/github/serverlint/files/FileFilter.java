package io.github.serverlint.files;

import java.util.List;
import java.util.Locale;

/**
 * Which files of a folder are definitions, whoever lists them: the disk, or a commit. Paths are relative to the folder.
 *
 * <p>An extension that is included is so in any capitals: {@code mail.Yml} is not passed over in silence. What is left out
 * is named exactly.
 */
public final class FileFilter {
    private final List<AntPattern> includes;
    private final List<AntPattern> includesInAnyCapitals;
    private final List<AntPattern> excludes;

    /**
     * A selection.
     *
     * @param includes Ant patterns, of which one has to match
     * @param excludes Ant patterns that win over them
     */
    public FileFilter(List<String> includes, List<String> excludes) {
        this.includes = includes.stream().map(AntPattern::new).toList();
        this.includesInAnyCapitals = includes.stream()
                .map(pattern -> new AntPattern(withSmallExtension(pattern.replace('\\', '/'))))
                .toList();
        this.excludes = excludes.stream().map(AntPattern::new).toList();
    }

    /** Whether a subfolder of this name is searched; hidden ones are not. */
    public static boolean searches(String folderName) {
        return !folderName.startsWith(".");
    }

    /** Whether the patterns select a file. */
    public boolean takes(String path) {
        String inAnyCapitals = withSmallExtension(path);
        return (includes.stream().anyMatch(pattern -> pattern.matches(path))
                        || includesInAnyCapitals.stream().anyMatch(pattern -> pattern.matches(inAnyCapitals)))
                && !leavesOut(path);
    }

    private static String withSmallExtension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                ? path.substring(0, dot) + path.substring(dot).toLowerCase(Locale.ROOT)
                : path;
    }

    /** Whether the patterns exclude a path, so that it does not matter what is wrong with it. */
    public boolean leavesOut(String path) {
        return excludes.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
