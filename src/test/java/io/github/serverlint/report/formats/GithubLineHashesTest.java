package io.github.serverlint.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import org.junit.jupiter.api.Test;

/** The hashes of lines are those that GitHub itself computes. */
class GithubLineHashesTest {

    private static GithubLineHashes hashes(String text) {
        return new GithubLineHashes(new SourceFile("a.yaml", text));
    }

    @Test
    void areThoseOfGithub() {
        assertThat(hashes("").all()).containsExactly("c129715d7a2bc9a3:1");
        assertThat(hashes(" a\nb\n  \t\tc\n d").all())
                .containsExactly("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
        assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End").all())
                .containsExactly(
                        "8b7cf3e952e7aeb2:1",
                        "b1ae1287ec4718d9:1",
                        "bff680108adb0fcc:1",
                        "c6805c5e1288b612:1",
                        "b86d3392aea1be30:1",
                        "e6ceba753e1a442:1");
    }

    @Test
    void doNotDependOnTheKindOfLineBreak() {
        String text = "a: 1\n\nb: 2\n  c\n";
        assertThat(hashes(text.replace("\n", "\r\n")).all())
                .isEqualTo(hashes(text).all());
        assertThat(hashes(text.replace("\n", "\r")).all())
                .isEqualTo(hashes(text).all());
    }

    @Test
    void numberLinesThatAreAlike() {
        // More than what is looked at follows each of the two, and it is the same.
        String alike = ("x".repeat(120) + "\n").repeat(2);
        assertThat(hashes(alike).all().get(0)).endsWith(":1");
        assertThat(hashes(alike).all().get(1))
                .isEqualTo(hashes(alike).all().get(0).replace(":1", ":2"));
    }

    @Test
    void belongToTheLineThatGithubCounts() {
        SourceFile file = new SourceFile("a.yaml", "a\u0085b\u2028c\nd\r\ne\rf\u2029");
        GithubLineHashes hashes = new GithubLineHashes(file);
        assertThat(file.lines()).isEqualTo(4);
        assertThat(hashes.all()).hasSize(4);
        for (int line = 1; line <= 4; line++) {
            assertThat(hashes.at(Span.at(file, line, 1))).contains(hashes.all().get(line - 1));
        }
    }
}
