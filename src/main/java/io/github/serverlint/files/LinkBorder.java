package io.github.serverlint.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Border that links must not leave: that of the repository, or of the base directory without one. Otherwise a link
 * in a change could have any file shown that the build may read. What a parameter names is inside too.
 *
 * @param inside real paths of the folders and files that may be read, with all that is below them
 */
record LinkBorder(List<Path> inside) {

    /** @param linkedDirectories further folders that links may lead to */
    static LinkBorder of(Path baseDirectory, List<Path> linkedDirectories) {
        return new LinkBorder(Stream.concat(Stream.of(top(baseDirectory)), linkedDirectories.stream())
                .map(LinkBorder::real)
                .toList());
    }

    /** The nearest folder around the base directory that is a repository, or else itself. */
    private static Path top(Path baseDirectory) {
        for (Path folder = baseDirectory; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return baseDirectory;
    }

    /** The same border, and what a parameter names. */
    LinkBorder with(Path named) {
        return new LinkBorder(
                Stream.concat(inside.stream(), Stream.of(real(named))).toList());
    }

    /** @param real a real path */
    boolean contains(Path real) {
        return inside.stream().anyMatch(real::startsWith);
    }

    /** A path that leads nowhere is itself. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
