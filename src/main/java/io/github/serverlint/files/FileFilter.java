package io.github.serverlint.files;

import java.util.List;
import java.util.Locale;

/**
 * Include and exclude patterns that select the definition files of a folder, on disk or in a commit. Paths are relative
 * to the folder.
 *
 * <p>Includes ignore the case of the extension, so that {@code mail.Yml} is not skipped silently. Excludes are
 * case-sensitive.
 */
public final class FileFilter {
    private final List<AntPattern> includes;
    private final List<AntPattern> includesIgnoringCase;
    private final List<AntPattern> excludes;

    /**
     * Creates a filter.
     *
     * @param includes Ant patterns, one of which must match
     * @param excludes Ant patterns that take precedence
     */
    public FileFilter(List<String> includes, List<String> excludes) {
        this.includes = includes.stream().map(AntPattern::new).toList();
        this.includesIgnoringCase = includes.stream()
                .map(pattern -> new AntPattern(withLowerCaseExtension(pattern.replace('\\', '/'))))
                .toList();
        this.excludes = excludes.stream().map(AntPattern::new).toList();
    }

    /** Whether a subfolder of this name is searched; hidden folders are not. */
    public static boolean descendsInto(String folderName) {
        return !folderName.startsWith(".");
    }

    /** Whether the patterns select a file. */
    public boolean selects(String path) {
        String lowerCase = withLowerCaseExtension(path);
        return (includes.stream().anyMatch(pattern -> pattern.matches(path))
                        || includesIgnoringCase.stream().anyMatch(pattern -> pattern.matches(lowerCase)))
                && !excludes(path);
    }

    private static String withLowerCaseExtension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                ? path.substring(0, dot) + path.substring(dot).toLowerCase(Locale.ROOT)
                : path;
    }

    /** Whether the patterns exclude a path, so that errors about it are ignored. */
    public boolean excludes(String path) {
        return excludes.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
