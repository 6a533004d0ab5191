package io.github.serverlint.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.Work;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] TEXT = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsReplacedAndALinkStaysOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        WholeFile.write(link, TEXT);
        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
        WholeFile.write(folder.resolve("x/y/c"), TEXT);
        assertThat(folder.resolve("x/y/c")).hasContent("new");
        assertThat(names()).containsExactly("a", "b", "x");
    }

    /** Devices are such files too; nobody wants to have replaced the one that swallows everything. */
    @Test
    void whatIsNoFileStaysWhatItIs() throws IOException {
        Path socket = folder.resolve("a");
        Path link = Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            for (Path path : List.of(socket, link)) {
                assertThatThrownBy(() -> WholeFile.write(path, TEXT))
                        .isInstanceOfSatisfying(
                                IOException.class,
                                e -> assertThat(ConfigurationException.reason(e))
                                        .isEqualTo("something that is no file stands in its place"));
                assertThat(Files.readAttributes(socket, BasicFileAttributes.class)
                                .isOther())
                        .isTrue();
            }
        }
    }

    @Test
    void aFolderInItsPlaceStays() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a"), TEXT)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("a/b")).isDirectory();
    }

    @Test
    void whoeverIsInterruptedLeavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> WholeFile.write(folder.resolve("a"), TEXT)).isInstanceOf(Work.Stopped.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aFullDiskIsSaid() {
        // As the system says it, which has no class of its own for it.
        assertThat(ConfigurationException.reason(new IOException("No space left on device")))
                .isEqualTo("the system reports No space left on device");
    }
}
