package io.github.serverlint.maven;

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
 * Writes a file, all of it or nothing: whoever looks at it while a build runs, or after one that was stopped, finds the
 * old text or the new one. The new text grows beside the file under a name that nobody can guess, in a file that was not
 * there before.
 */
final class AtomicFileWriter {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private AtomicFileWriter() {}

    /** Writes a text whose every character has to come back when it is read; one that is none is an error. */
    static void write(Path path, String text) throws IOException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        write(path, bytes);
    }

    /**
     * Writes the bytes in place of what is there; folders that are missing are made.
     *
     * @throws IOException if it cannot be written; then there is the old file, or none
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
        Path whole = Files.createTempFile(folder, ".serverlint-", ".part", attributes(permissions));
        try {
            Files.write(whole, bytes);
            if (permissions.isPresent() && Files.exists(target)) {
                // What the process takes from every new file it may not take from one that was there before.
                Files.setPosixFilePermissions(whole, permissions.get());
            }
            RunMonitor.checkInterrupted();
            move(whole, target);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Removes what was written, if it is there. As when it is replaced, a link stays one.
     *
     * @throws IOException if it cannot be removed
     */
    static void remove(Path path) throws IOException {
        Files.deleteIfExists(target(path));
    }

    /** The file that a path leads to, be it there yet or not; links on the way to it stay. */
    private static Path target(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "the links in its place never come to an end");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // A device would be gone afterwards.
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

    /** Those of any new file, or of the one that is replaced; by itself a temporary file is its owner's alone. */
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
