package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunCancelledException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileWriterTest {
    private static final byte[] TEXT = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void makesFoldersAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("a/b/plan.yaml");
        AtomicFileWriter.write(file, "one");
        AtomicFileWriter.write(file, "two é");

        assertThat(file).hasContent("two é");
        assertThat(names(file.getParent())).containsExactly("plan.yaml");
    }

    @Test
    void aReaderOfTheOldTextKeepsItToTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("serverlint.sarif"), "old");
        try (var reader = Files.newInputStream(file)) {
            AtomicFileWriter.write(file, "new and longer");
            assertThat(reader.readAllBytes()).asString().isEqualTo("old");
        }
        assertThat(file).hasContent("new and longer");
    }

    @Test
    void whatFailsLeavesTheOldTextAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("baseline.json"), "old");
        assertThatThrownBy(() -> AtomicFileWriter.write(file, "half a pair: \uD800"))
                .isInstanceOf(CharacterCodingException.class);
        Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();
        assertThatThrownBy(() -> AtomicFileWriter.write(full, "new")).isInstanceOf(FileSystemException.class);

        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("baseline.json", "full");
    }

    @Test
    void whoMayReadItStaysAsItWas() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        Path shared = Files.writeString(folder.resolve("shared"), "old");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-r--"));
        AtomicFileWriter.write(shared, "new");
        Path fresh = folder.resolve("fresh");
        AtomicFileWriter.write(fresh, "new");
        Path plain = Files.writeString(folder.resolve("plain"), "as any other program would");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rw-rw-r--");
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aFileIsReplacedAndALinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        AtomicFileWriter.write(link, TEXT);
        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
        AtomicFileWriter.write(folder.resolve("x/y/c"), TEXT);
        assertThat(folder.resolve("x/y/c")).hasContent("new");
        assertThat(names(folder)).containsExactly("a", "b", "x");
    }

    @Test
    void aLinkToWhatIsNotThereYetStaysOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        AtomicFileWriter.write(link, TEXT);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("a")).hasContent("new");
    }

    @Test
    void linksToALinkStayWhatTheyAre() throws IOException {
        Path b = Files.createSymbolicLink(folder.resolve("b"), Path.of("x/c"));
        Path c = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("x")).resolve("c"), Path.of("../a"));
        for (String text : List.of("new", "newer")) {
            AtomicFileWriter.write(b, text);
            assertThat(b).isSymbolicLink();
            assertThat(c).isSymbolicLink();
            assertThat(folder.resolve("a")).isRegularFile().hasContent(text);
        }
        AtomicFileWriter.remove(b);
        assertThat(names(folder)).containsExactly("b", "x");
        AtomicFileWriter.write(b, TEXT);
        assertThat(names(folder)).containsExactly("a", "b", "x");
    }

    @Test
    void linksThatLeadInACircleAreNamedAndStay() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Path there = Files.createSymbolicLink(folder.resolve("there"), Path.of("back"));
        Path back = Files.createSymbolicLink(folder.resolve("back"), Path.of("there"));
        for (Path link : List.of(loop, there, back)) {
            assertRefused(() -> AtomicFileWriter.write(link, TEXT), "the links in its place never come to an end");
            assertRefused(() -> AtomicFileWriter.remove(link), "the links in its place never come to an end");
        }
        assertThat(List.of(loop, there, back)).allMatch(Files::isSymbolicLink);
        assertThat(names(folder)).containsExactly("back", "loop", "there");
    }

    @Test
    void whatIsRemovedIsGoneAndMayHaveBeenGoneBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        AtomicFileWriter.remove(file);
        AtomicFileWriter.remove(file);
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertRefused(ThrowingCallable action, String reason) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(ConfigurationException.reason(e)).isEqualTo(reason));
    }

    /** Devices are such files too; the null device must not be replaced. */
    @Test
    void whatIsNoFileStaysWhatItIs() throws IOException {
        Path socket = folder.resolve("a");
        Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            for (Path path : List.of(socket, link)) {
                assertRefused(
                        () -> AtomicFileWriter.write(path, TEXT), "something that is no file stands in its place");
                assertRefused(() -> AtomicFileWriter.remove(path), "something that is no file stands in its place");
                assertThat(Files.readAttributes(socket, BasicFileAttributes.class)
                                .isOther())
                        .isTrue();
            }
        }
    }

    @Test
    void aFolderInItsPlaceStays() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        for (Path path : List.of(folder.resolve("a"), folder.resolve("a/b"))) {
            assertRefused(() -> AtomicFileWriter.write(path, TEXT), "something that is no file stands in its place");
            assertRefused(() -> AtomicFileWriter.remove(path), "something that is no file stands in its place");
        }
        assertThat(folder.resolve("a/b")).isDirectory();
    }

    @Test
    void anInterruptionLeavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> AtomicFileWriter.write(folder.resolve("a"), TEXT))
                    .isInstanceOf(RunCancelledException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(names(folder)).containsExactly("a");
    }

    @Test
    void aFullDiskIsSaid() {
        // As the system says it, which has no class of its own for it.
        assertThat(ConfigurationException.reason(new IOException("No space left on device")))
                .isEqualTo("the system reports No space left on device");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
