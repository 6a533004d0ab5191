package io.github.serverlint.mojo;

import io.github.serverlint.source.Work;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes files so that nobody ever finds half of one, whoever stops the build and however full the disk is. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file in the place of the one that is there; folders are made.
     *
     * @throws IOException if it cannot be written; then there is the old one, or none
     */
    static void write(Path path, byte[] content) throws IOException {
        // A link stays one, to the file that it leads to.
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        String name = String.valueOf(path.getFileName());
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A device would be gone afterwards.
            throw new FileSystemException(name, null, "something that is no file stands in its place");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(name);
        }
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path whole = Files.createTempFile(folder, ".serverlint-", ".tmp", permissions(target));
        try {
            Files.write(whole, content);
            Work.check();
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
