package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy of a shipped layout has attempts for estates that are not the user's; of those nothing is said. */
class CopiedLayoutsTest {
    private static final String NEVER = "never yields";

    static Iterable<String> names() {
        return MappingFile.shippedNames();
    }

    private static String text(String layout) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                MappingFile.class.getResourceAsStream("/io/github/serverlint/layouts/" + layout + ".yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void neitherTheLayoutNorItsCopyComplains(String layout) throws IOException {
        var files = ShippedLayoutsTest.files(Sample.FOLDER.resolve("layouts").resolve(layout));
        assertThat(Mapped.shipped(layout, files).notices()).noneMatch(notice -> notice.contains(NEVER));
        String copy = text(layout);
        assertThat(Mapped.by(copy, files).notices()).noneMatch(notice -> notice.contains(NEVER));
        // One line more, with an attempt of the user's own that finds nothing: that is said, and nothing else.
        String changed =
                copy + "  ad-connector: {const: Exchange 2000, when: {field: exchange, equals: nothing of the kind}}\n";
        assertThat(Mapped.by(changed, files).notices().stream().filter(notice -> notice.contains(NEVER)))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(notice -> notice.contains("\"ad-connector\""));
    }

    @Test
    void aMappingThatIsNoCopyIsToldOfEachAttempt() {
        assertThat(Mapped.by(
                                "version: 1\nfiles: ['*.yaml']\nselect: $.vms[*]\nfields:\n  name: {at: $.name}\n"
                                        + "  os: [{at: $.box}, {at: $.os}]\n",
                                java.util.Map.of("a.yaml", "vms: [{name: a, os: W2K}]\n"))
                        .notices())
                .containsExactly("my.yaml:6:8: This attempt of \"os\" never yields, on one machine.");
    }
}
