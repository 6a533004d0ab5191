package io.github.serverlint.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void makesFoldersAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("a/b/plan.yaml");
        WholeFile.write(file, "one");
        WholeFile.write(file, "two é");

        assertThat(file).hasContent("two é");
        assertThat(names(file.getParent())).containsExactly("plan.yaml");
    }

    @Test
    void aReaderOfTheOldTextKeepsItToTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("serverlint.sarif"), "old");
        try (var reader = Files.newInputStream(file)) {
            WholeFile.write(file, "new and longer");
            assertThat(reader.readAllBytes()).asString().isEqualTo("old");
        }
        assertThat(file).hasContent("new and longer");
    }

    @Test
    void whatFailsLeavesTheOldTextAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("baseline.json"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, "half a pair: \uD800"))
                .isInstanceOf(CharacterCodingException.class);
        Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();
        assertThatThrownBy(() -> WholeFile.write(full, "new")).isInstanceOf(FileSystemException.class);

        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("baseline.json", "full");
    }

    @Test
    void whoMayReadItStaysAsItWas() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions here");
        Path shared = Files.writeString(folder.resolve("shared"), "old");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-r--"));
        WholeFile.write(shared, "new");
        Path fresh = folder.resolve("fresh");
        WholeFile.write(fresh, "new");
        Path plain = Files.writeString(folder.resolve("plain"), "as any other program would");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                .isEqualTo("rw-rw-r--");
        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
