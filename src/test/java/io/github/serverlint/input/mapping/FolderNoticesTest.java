package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.Notice;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderNoticesTest {
    private static List<String> lines(Stream<String> paths) {
        return FolderNotices.about(paths.toList(), "Nothing reads this.").stream()
                .map(Notice::toString)
                .toList();
    }

    @Test
    void oneFileIsNamed() {
        assertThat(lines(Stream.of("lab/a/x.yaml", "y.yaml")))
                .containsExactly("lab/a/x.yaml: Nothing reads this.", "y.yaml: Nothing reads this.");
    }

    @Test
    void severalFilesOfAFolderAreCounted() {
        assertThat(lines(Stream.of("lab/a.yaml", "lab/b.yaml", "lab/c.yaml", "x.yaml", "y.yaml")))
                .containsExactly(
                        "lab: 3 files, such as lab/a.yaml, lab/b.yaml: Nothing reads this.",
                        ".: 2 files, such as x.yaml, y.yaml: Nothing reads this.");
    }

    @Test
    void manyFoldersAreCountedWithThoseAroundThem() {
        assertThat(lines(IntStream.range(0, 66)
                        .mapToObj(i -> (i % 2 == 0 ? "charts/" : "roles/") + i % 11 + "/deep/" + i + ".yaml")))
                .containsExactly(
                        "charts: 33 files, such as charts/0/deep/0.yaml, charts/2/deep/2.yaml: Nothing reads this.",
                        "roles: 33 files, such as roles/1/deep/1.yaml, roles/3/deep/3.yaml: Nothing reads this.");
    }
}
