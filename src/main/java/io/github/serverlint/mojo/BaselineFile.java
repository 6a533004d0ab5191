package io.github.serverlint.mojo;

import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.SourceTree;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/**
 * The file of known violations on the disk.
 *
 * @param name how messages name it
 */
record BaselineFile(String name, Path path) {

    /** What it holds, if it is there. */
    Optional<SourceFile> read() {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException("baselineFile: " + name + " is a folder. Name a file.");
        }
        return Files.exists(path) ? Optional.of(SourceTree.read(name, path)) : Optional.empty();
    }

    /**
     * Writes a baseline, all of it or nothing. Without entries there is no file.
     *
     * @throws ConfigurationException if it cannot be written
     */
    void replace(Baseline baseline) {
        try {
            if (baseline.size() == 0) {
                Files.deleteIfExists(path);
            } else {
                write(baseline.text());
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "baselineFile: cannot write " + name + ": " + ConfigurationException.reason(e)
                            + ". Name a file that can be written to.",
                    e);
        }
    }

    private void write(String text) throws IOException {
        // A link stays one, to the file that it leads to.
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(name);
        }
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path whole = Files.createTempFile(folder, ".serverlint-baseline-", ".json", permissions(target));
        try {
            Files.writeString(whole, text);
            move(whole, target);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Those of any new file, or of the one that is replaced; by itself a temporary file is its owner's alone. */
    private static FileAttribute<?>[] permissions(Path target) throws IOException {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(
                    Files.exists(target)
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-rw-rw-"))
        };
    }
}
