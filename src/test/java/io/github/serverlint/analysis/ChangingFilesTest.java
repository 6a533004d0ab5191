package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between the search for them and the end of their reading. */
class ChangingFilesTest {
    private static final int FILES = 200;

    @TempDir
    Path base;

    private List<Path> files;

    @BeforeEach
    void makeFiles() throws IOException {
        Path folder = Files.createDirectories(base.resolve("servers"));
        files = IntStream.range(100, 100 + FILES)
                .mapToObj(i -> folder.resolve("f" + i + ".yaml"))
                .toList();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".yaml", "");
            Files.writeString(file, "servers: {" + name + ": {os: W2K3 SP1}}\n");
        }
    }

    private RunMonitor monitor = new RunMonitor();

    /** What happens to a file. */
    private interface Change {
        void of(Path file) throws IOException;
    }

    /** All files are found, and most of them are not read yet, when each of them is changed. */
    private void onceFound(Change change) {
        AtomicBoolean changed = new AtomicBoolean();
        monitor = new RunMonitor((what, done, all) -> {
            // A thread that has read another meanwhile waits.
            synchronized (changed) {
                if (what.equals("files read") && !changed.getAndSet(true)) {
                    assertThat(all).isEqualTo(FILES);
                    files.forEach(file -> {
                        try {
                            change.of(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                }
            }
        });
    }

    private List<Finding> findings() {
        return new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        new SourceTree(base, NativeFormat.INSTANCE.scope(), List.of()),
                        NativeFormat.INSTANCE,
                        List.of(Path.of("servers")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        monitor))
                .findings();
    }

    @Test
    void leftAloneTheyAreClean() {
        onceFound(file -> {});
        assertThat(findings()).isEmpty();
    }

    @Test
    void aFileThatVanishesIsNamed() {
        onceFound(Files::delete);
        assertThatThrownBy(this::findings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read servers/f100.yaml: it is not there, or a link to something that is not."
                        + " Mend it, or leave it out with excludes.");
    }

    @Test
    void aFileThatBecomesAFolderIsNamed() {
        onceFound(file -> {
            Files.delete(file);
            Files.createDirectories(file.resolve("x"));
        });
        assertThatThrownBy(this::findings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("Cannot read servers/f100.yaml: it is not a regular file.");
    }

    @Test
    void aFileThatIsEmptiedIsAFinding() {
        onceFound(file -> Files.write(file, new byte[0]));
        assertThat(findings())
                .hasSizeBetween(FILES / 2, FILES - 1)
                .extracting(finding -> finding.rule().id() + " " + finding.message())
                .containsOnly("unrecognized-document The file is empty.");
    }

    @Test
    void aFileThatBreaksOffIsAFinding() {
        onceFound(file -> Files.writeString(file, "servers: {a"));
        assertThat(findings())
                .hasSizeBetween(FILES / 2, FILES - 1)
                .extracting(finding -> finding.rule().id())
                .containsOnly("yaml-syntax");
    }
}
