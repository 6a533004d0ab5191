package io.github.serverlint.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that a repository is checked out to. A place in it may be named by way of links from outside; links inside
 * are the commit's own matter, and may lead elsewhere there than they do on the disk today.
 *
 * @param top the real path of the folder
 */
record WorkTree(Path top) {

    /** The path of a file or folder in the repository, with {@code /}; nothing for one that lies outside. */
    Optional<String> locate(Path place) {
        Path part = place.getRoot();
        try {
            for (int i = 0; part != null && i <= place.getNameCount(); i++) {
                Path upper = i == 0 ? part : part.resolve(place.subpath(0, i));
                Path real = upper.toRealPath();
                if (real.startsWith(top)) {
                    return Optional.of(
                            spelled(place, slashed(top.relativize(real).resolve(upper.relativize(place)))));
                }
            }
        } catch (IOException e) {
            // Nothing below is there, so the repository is not.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The repository spells a path in one way, even where the disk takes upper and lower case for the same. */
    private String spelled(Path place, String path) {
        try {
            Path real = place.toRealPath();
            String spelling = real.startsWith(top) ? slashed(top.relativize(real)) : path;
            return spelling.equalsIgnoreCase(path) ? spelling : path;
        } catch (IOException e) {
            // The place is gone from the disk; the base may still have it.
            return path;
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
