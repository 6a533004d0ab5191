package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputSanitizerTest {

    @Test
    void aBlankThatIsNoneIsShown() {
        assertThat(OutputSanitizer.message("Windows\u00A0Server 2003")).isEqualTo("Windows\\u{A0}Server 2003");
        assertThat(OutputSanitizer.snippet("os: Windows\u2003Server 2003")).isEqualTo("os: Windows?Server 2003");
        assertThat(OutputSanitizer.json("\"Windows\u00A0Server\"")).isEqualTo("\"Windows\\u00a0Server\"");
    }

    @Test
    void lettersOfOtherScriptsAreLeftAlone() {
        assertThat(OutputSanitizer.message("Zürich 東京")).isEqualTo("Zürich 東京");
    }
}
