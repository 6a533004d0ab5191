package io.github.serverlint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merge that was not finished is named as such, at its first mark. */
class MergeMarksTest {
    private static List<Finding> findings(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .findings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void areNamedAtTheirLine(String lineBreak) {
        for (String text : List.of(
                "servers:\n  a: {os: W2K}\n<<<<<<< HEAD\n  b: {os: W2K}\n=======\n  b: {os: W2K3}\n>>>>>>> change\n",
                "servers:\n  a:\n<<<<<<< HEAD\n    os: W2K\n||||||| base\n    os: NT 4.0\n=======\n    os: W2K3\n>>>>>>> c\n",
                "servers: {\n  a: {os: W2K},\n<<<<<<< HEAD\n  b: {os: W2K}\n=======\n  b: {os: W2K3}\n>>>>>>> c\n}\n",
                "servers:\n  - &a\n<<<<<<< HEAD\n    os: 'x\n=======\n    os: W2K3\n>>>>>>> c\n")) {
            assertThat(findings(text.replace("\n", lineBreak)))
                    .as(text)
                    .extracting(finding -> finding.span() + " " + finding.message())
                    .containsExactly("a.yaml:3:1 This is the mark of a merge that was not finished.");
        }
    }

    @Test
    void aTextThatOnlyShowsThemIsNoMerge() {
        assertThat(findings("servers:\n  a:\n    os: W2K\n    x-note: |\n      <<<<<<< HEAD\n      =======\n"))
                .isEmpty();
        assertThat(findings("# =======\nservers: [\n"))
                .extracting(Finding::message)
                .noneMatch(message -> message.contains("merge"));
    }
}
