package io.github.serverlint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines and columns of a text. */
class SourceFileTest {
    @Test
    void linesAndColumnsAreFoundWhateverBreaksThem() {
        SourceFile file = new SourceFile("a.yaml", "😀a😀\r\nb\r😀😀c\n\nd");
        assertThat(file.lines()).isEqualTo(5);
        assertThat(file.part(1, 2, 4)).isEqualTo("a😀");
        assertThat(file.part(1, 1, 99)).isEqualTo("😀a😀");
        assertThat(file.part(3, 2, 4)).isEqualTo("😀c");
        assertThat(file.part(4, 1, 9)).isEmpty();
        assertThat(file.part(9, 1, 9)).isEmpty();
        assertThat(IntStream.rangeClosed(1, 5).map(file::columns)).containsExactly(3, 1, 3, 0, 1);
        assertThat(file.end().toString()).isEqualTo("a.yaml:5:2");
        for (int line = 1; line <= 5; line++) {
            String text = file.line(line);
            for (int column = 1; column <= file.columns(line); column++) {
                int offset = text.offsetByCodePoints(0, column - 1);
                assertThat(file.text().substring(file.offset(line, column))).startsWith(text.substring(offset));
                assertThat(file.lineAt(file.offset(line, column))).isEqualTo(line);
                assertThat(file.columnAt(file.offset(line, column))).isEqualTo(column);
            }
        }
    }

    @Test
    void theOtherLineBreaksOfYamlEndNoLine() {
        assertThat(new SourceFile("a.yaml", "a\u0085b\u2028c\u2029d").lines()).isEqualTo(1);
    }
}
