package io.github.serverlint.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may lie in a folder of definitions and is no file: it is named, and not waited for. Surefire ends a test that waits. */
class HostileFilesTest {
    @TempDir
    Path base;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(base.resolve("servers"));
        Files.writeString(folder.resolve("a.yaml"), "servers: {}\n");
    }

    private List<SourceFile> read() {
        SourceTree tree = new SourceTree(base, List.of("**/*.yaml"), List.of());
        return tree.files("sourceDirectories", List.of(Path.of("servers")), new RunMonitor());
    }

    private String refusal() {
        Throwable thrown = catchThrowable(this::read);
        assertThat(thrown).isInstanceOf(ConfigurationException.class);
        return thrown.getMessage();
    }

    @Test
    void aPipeWithoutAWriterIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("x.yaml");
        Process process = new ProcessBuilder("sh", "-c", "mkfifo '" + pipe + "'").start();
        assumeTrue(process.waitFor() == 0 && Files.exists(pipe), "this system makes no pipes");
        assertThat(refusal())
                .isEqualTo("Cannot read servers/x.yaml: it is not a regular file. Remove it, or leave it out with"
                        + " excludes.");
    }

    @Test
    void aSocketIsNoFile() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("x.yaml")));
            assertThat(refusal()).startsWith("Cannot read servers/x.yaml: it is not a regular file.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/tty", "/dev/full"})
    void aLinkToADeviceIsNoFile(String device) throws IOException {
        assumeTrue(Files.exists(Path.of(device)));
        Files.createSymbolicLink(folder.resolve("x.yaml"), Path.of(device));
        assertThat(read())
                .filteredOn(SourceFile::isOutside)
                .extracting(SourceFile::path)
                .containsExactly("servers/x.yaml");
        // Named itself it is taken at its word, and is no file all the same.
        assertThatThrownBy(() -> new SourceTree(base, List.of("**"), List.of())
                        .files("sourceDirectories", List.of(Path.of("servers/x.yaml")), new RunMonitor()))
                .hasMessageStartingWith("Cannot read servers/x.yaml: it is not a regular file.");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("x.yaml").toFile(), "rw")) {
            file.setLength(200_000_000);
        }
        assertThat(refusal())
                .isEqualTo("Cannot read servers/x.yaml: it is larger than 64 MiB. Split it, or leave it out with"
                        + " excludes.");
    }

    @Test
    void aFolderIsSearchedWhateverItIsCalled() throws IOException {
        Files.createDirectories(folder.resolve("x.yaml"));
        Files.writeString(folder.resolve("x.yaml/b.yaml"), "servers: {}\n");
        assertThat(read()).extracting(SourceFile::path).containsExactly("servers/a.yaml", "servers/x.yaml/b.yaml");
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.yaml"), Path.of("x.yaml"));
        assertThat(refusal()).startsWith("Cannot read servers/x.yaml: ");
    }

    @Test
    void aLinkOutOfTheFolderIsFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("b.yaml"), "servers: {}\n");
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        assertThat(read()).extracting(SourceFile::path).containsExactly("servers/a.yaml", "servers/out/b.yaml");
    }

    @Test
    void namesThatDifferOnlyInCaseAreTwoFiles() throws IOException {
        Files.writeString(folder.resolve("A.yaml"), "servers: {}\n");
        assumeTrue(
                !Files.isSameFile(folder.resolve("A.yaml"), folder.resolve("a.yaml")), "this disk takes both for one");
        assertThat(read()).extracting(SourceFile::path).containsExactly("servers/A.yaml", "servers/a.yaml");
    }
}
