package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole estate on one line: what is shown of it costs what is shown, not what the line holds. */
class LongLineTest {
    private static final int SERVERS = 20_000;
    private static final String SERVER = "{name: 😀, os: Windows 2000, exchange: Exchange 2000}, ";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachOfManyPlacesOnOneLineIsShown(boolean confidential) throws Exception {
        SourceFile file =
                new SourceFile("a.yaml", "servers: [" + SERVER.repeat(SERVERS) + "]\n").foundAt("a.yaml", confidential);
        int each = SERVER.codePointCount(0, SERVER.length());
        int os = SERVER.codePointCount(0, SERVER.indexOf("Windows"));
        ProcessorTime.within(30, () -> {
            for (int i = 0; i < SERVERS; i++) {
                int column = 11 + i * each + os;
                Span span = new Span(file, 1, column, 1, column + 12);
                assertThat(span.text()).isEqualTo("Windows 2000");
                Snippet.Excerpt excerpt = Snippet.excerpt(span).orElseThrow();
                assertThat(excerpt.marked()).isEqualTo("Windows 2000");
                assertThat(excerpt.before()).endsWith(confidential ? "..." : "{name: 😀, os: ");
                assertThat(excerpt.after()).startsWith(confidential ? "..." : ", exchange: ");
            }
            return true;
        });
    }
}
