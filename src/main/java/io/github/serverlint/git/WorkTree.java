package io.github.serverlint.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Folder that a repository is checked out to. Links outside of it are resolved on the disk. Links inside belong to the
 * commit and may differ from those on the disk today.
 *
 * @param top the real path of the folder
 */
record WorkTree(Path top) {

    /** Returns the path of a file or folder relative to the repository, with {@code /}; empty if it lies outside. */
    Optional<String> locate(Path place) {
        Path part = place.getRoot();
        try {
            for (int i = 0; part != null && i <= place.getNameCount(); i++) {
                Path upper = i == 0 ? part : part.resolve(place.subpath(0, i));
                Path real = upper.toRealPath();
                if (real.startsWith(top)) {
                    return Optional.of(withRepositoryCase(
                            place, withSlashes(top.relativize(real).resolve(upper.relativize(place)))));
                }
            }
        } catch (IOException e) {
            // A missing folder cannot contain the repository.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Converts a path to the case used in the repository, for file systems that ignore case. */
    private String withRepositoryCase(Path place, String path) {
        try {
            Path real = place.toRealPath();
            String realPath = real.startsWith(top) ? withSlashes(top.relativize(real)) : path;
            return realPath.equalsIgnoreCase(path) ? realPath : path;
        } catch (IOException e) {
            // Deleted from the disk; the base may still have it.
            return path;
        }
    }

    private static String withSlashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
