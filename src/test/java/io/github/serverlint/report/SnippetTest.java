package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.junit.jupiter.api.Test;

/** Of a long line a part is shown, and what that takes does not grow with the line. */
class SnippetTest {
    private static Span at(String line, int column, int length) {
        return new Span(new SourceFile("a.yaml", line), 1, column, 1, column + length);
    }

    @Test
    void ofALongLineThePartAroundThePlaceIsShown() {
        Snippet.Excerpt excerpt = Snippet.excerpt(at("😀".repeat(60) + "meant" + "\u0007".repeat(200), 61, 5))
                .orElseThrow();
        assertThat(excerpt)
                .isEqualTo(new Snippet.Excerpt(1, "..." + "😀".repeat(40), "meant", "?".repeat(75) + "...", false));
    }

    @Test
    void aCommandAtTheEdgeOfThePartIsNone() {
        assertThat(Snippet.of(at("x".repeat(41) + "##[error]".repeat(40), 44, 1))
                        .get(0))
                .doesNotContain("##[")
                .contains("#?[");
    }

    @Test
    void asManyPlacesAsALineHasAreShownSoon() throws Exception {
        SourceFile file = new SourceFile("a.yaml", "os: W2K3, ".repeat(20_000));
        ProcessorTime.within(20, () -> {
            for (int i = 0; i < 5_000; i++) {
                assertThat(Snippet.of(new Span(file, 1, i * 40 + 1, 1, i * 40 + 3)))
                        .hasSize(2);
            }
            return true;
        });
    }
}
