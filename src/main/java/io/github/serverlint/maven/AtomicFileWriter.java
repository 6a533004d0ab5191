package io.github.serverlint.maven;

import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Atomic writer of files: during a build, or after a cancelled one, a file has either the old or the new text. The new
 * text is written to a temporary file with a random name in the same folder.
 */
final class AtomicFileWriter {
    /** The limit of Linux. */
    private static final int MOST_LINKS = 40;

    private AtomicFileWriter() {}

    /** Change of a file on the disk. */
    interface FileChange {
        void make() throws IOException;
    }

    /**
     * Makes a change of a file that a parameter leads to.
     *
     * @param kind what the parameter names: a file or a folder
     * @throws ConfigurationException if the change fails
     */
    static void change(String parameter, String kind, String file, FileChange fileChange) {
        try {
            fileChange.make();
        } catch (IOException e) {
            throw new ConfigurationException(
                    parameter + ": cannot write " + file + ": " + ConfigurationException.reason(e) + ". Name a " + kind
                            + " that can be written to.",
                    e);
        }
    }

    /** Writes a text, or removes the file if there is none. */
    static void replace(Path path, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            write(path, text.get());
        } else {
            remove(path);
        }
    }

    /** Writes a text; an unpaired surrogate is an error, because it would not be read back. */
    static void write(Path path, String text) throws IOException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        write(path, bytes);
    }

    /**
     * Replaces the content of a file; missing folders are created.
     *
     * @throws IOException if it cannot be written; the old file, if any, is unchanged
     */
    static void write(Path path, byte[] bytes) throws IOException {
        Path target = target(path);
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(path.toString());
        }
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Optional<Set<PosixFilePermission>> permissions = permissions(target);
        Path temporary = Files.createTempFile(folder, ".serverlint-", ".part", attributes(permissions));
        try {
            Files.write(temporary, bytes);
            if (permissions.isPresent() && Files.exists(target)) {
                // The umask must not reduce the permissions of an existing file.
                Files.setPosixFilePermissions(temporary, permissions.get());
            }
            RunMonitor.checkInterrupted();
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Removes the file, if it exists; a link is kept.
     *
     * @throws IOException if it cannot be removed
     */
    static void remove(Path path) throws IOException {
        Files.deleteIfExists(target(path));
    }

    /** Resolves the links of a path, whether its target exists or not. */
    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "the links in its place never come to an end");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device would be replaced by a file.
            throw new FileSystemException(path.toString(), null, "something that is no file stands in its place");
        }
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Returns the permissions of the replaced file or of a new one, because a temporary file is accessible to its owner
     * only.
     */
    private static Optional<Set<PosixFilePermission>> permissions(Path target) throws IOException {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        return Optional.of(
                Files.exists(target)
                        ? Files.getPosixFilePermissions(target)
                        : PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    private static FileAttribute<?>[] attributes(Optional<Set<PosixFilePermission>> permissions) {
        return permissions.stream().map(PosixFilePermissions::asFileAttribute).toArray(FileAttribute<?>[]::new);
    }
}
