package io.github.serverlint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownLinesTest {
    private static final SourceFile FILE = new SourceFile("a.yaml", "");

    private final KnownLines lines = new KnownLines();

    private static Entry entry(String text) {
        Scalar scalar = new Scalar(text, true, Span.at(FILE, 1, 1), Span.at(FILE, 1, 1), Optional.empty());
        return new Entry(scalar, scalar);
    }

    private Optional<String> found(String text) {
        char[] longer = (text + "left of an earlier line").toCharArray();
        return Optional.ofNullable(lines.find(longer, text.length())).map(Entry::name);
    }

    /** There is room for fewer, so that many take the room of others. */
    @Test
    void noLineIsTakenForAnother() {
        int known = 0;
        for (int i = 0; i < 30_000; i++) {
            String text = "key: " + i;
            assertThat(found(text)).isEmpty();
            lines.add(text.toCharArray(), text.length(), entry(text));
            assertThat(found(text)).contains(text);
        }
        for (int i = 0; i < 30_000; i++) {
            Optional<String> found = found("key: " + i);
            assertThat(found.orElse("key: " + i)).isEqualTo("key: " + i);
            known += found.isPresent() ? 1 : 0;
        }
        assertThat(known).isBetween(2_000, 4_096);
    }

    @Test
    void aLineIsKnownFromItsFirstCharacterToItsLast() {
        lines.add("  a: b".toCharArray(), 6, entry("first"));
        assertThat(found("  a: b")).contains("first");
        assertThat(found("  a: bc")).isEmpty();
        assertThat(found(" a: b")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void aLineThatIsSeldomSaidTwiceIsNotRemembered() {
        String text = "a: " + "b".repeat(200);
        lines.add(text.toCharArray(), text.length(), entry(text));
        assertThat(found(text)).isEmpty();
    }
}
