package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file that was looked at once. {@code mvn test -Dgolden.update} writes the files anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void check(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as("differs from %s; if the new text is right: mvn test -Dgolden.update", golden)
                .isEqualTo(Files.readString(golden));
    }
}
