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
        check(FOLDER.resolve(file), actual);
    }

    /** Compares with a file beside what is tested. */
    public static void check(Path golden, String actual) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual)
                .as("differs from %s; if the new text is right: mvn test -Dgolden.update", golden)
                .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }
}
