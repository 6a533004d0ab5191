package io.github.serverlint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are counted as editors and readers of reports do, also where the parser sees a line break that they do not. */
class LinesOfReadersTest {
    private static final List<String> BREAKS = List.of("\u0085", "\u2028", "\u2029");

    private static LintResult lint(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void theFileHasAsManyLinesAsAnEditorShows(String lineBreak) {
        LintResult result = lint("# a" + lineBreak + "# b\nservers:\n  # c" + lineBreak + "  a: {os: WinNope}\n");
        assertThat(result.findings())
                .extracting(finding -> finding.span().toString())
                .containsExactly("a.yaml:3:17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void brokenYamlIsMarkedInTheFile(String lineBreak) {
        assertThat(lint("# a" + lineBreak + "# b\nservers: [\n").findings())
                .extracting(finding -> finding.span().line())
                .allMatch(line -> line <= 3)
                .isNotEmpty();
    }

    /** An editor shows one line, and what stands in it besides is not to be excused unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void aSuppressionCoversNothingOfALineThatIsSeveralForTheParser(String lineBreak) {
        String faulty = ": {os: W2K3, exchange: Exchange 2000 SP3}";
        String comment = " # serverlint:ignore unsupported-platform -- lab";
        for (String text : List.of(
                "  a" + faulty + comment + lineBreak + "  b" + faulty + "\n",
                " " + comment + "\n  a" + faulty + lineBreak + "  b" + faulty + "\n",
                " " + comment + lineBreak + "  a" + faulty + "\n  b" + faulty + "\n")) {
            assertThat(lint("servers:\n" + text).findings())
                    .extracting(finding -> finding.rule().id() + " " + finding.isOpen())
                    .containsExactlyInAnyOrder(
                            "unsupported-platform true", "unsupported-platform true", "unused-suppression true");
        }
        assertThat(lint("servers:\n  a" + faulty + comment + "\n  # x" + lineBreak + "  b" + faulty + "\n")
                        .findings())
                .extracting(finding -> finding.rule().id() + " " + finding.isOpen())
                .containsExactly("unsupported-platform false", "unsupported-platform true");
    }

    @Test
    void anchorsAndTagsLeadToTheirContent() {
        LintResult result =
                lint("x-a: &a # one\u2028  {os: WinNope}\nservers:\n  a: !!map # two\u0085    {os: WinNope}\n");
        assertThat(result.findings())
                .allMatch(finding ->
                        finding.span().line() == 3 && finding.span().text().equals("WinNope"))
                .hasSize(1);
    }

    @Fuzzed(seeds = 40)
    void everyPlaceHoldsWhatIsReported(Round round) {
        round.eachDrawn(random -> {
            StringBuilder text = new StringBuilder("servers:\n");
            int servers = 1 + random.nextInt(6);
            for (int i = 0; i < servers; i++) {
                String odd = BREAKS.get(random.nextInt(3));
                String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
                text.append(random.nextBoolean() ? "# note 😀" + odd + "# more" + end : "")
                        .append("  s" + i + ":")
                        .append(random.nextBoolean() ? " # c" + odd : end)
                        .append("    os: WinNope" + i)
                        .append(random.nextBoolean() ? odd : end)
                        .append("    x-note: 'ä" + (random.nextBoolean() ? odd + "      b" : "") + "'")
                        .append(random.nextBoolean() ? " # d" + odd : end);
            }
            String yaml = text + "\n";
            List<Finding> findings = lint(yaml).findings();
            assertThat(findings).as(yaml).hasSize(servers);
            String[] lines = yaml.split("\r\n|\r|\n", -1);
            for (int i = 0; i < servers; i++) {
                Finding finding = findings.get(i);
                assertThat(finding.span().text()).as(yaml).isEqualTo("WinNope" + i);
                String line = lines[finding.span().line() - 1];
                assertThat(line.substring(
                                line.offsetByCodePoints(0, finding.span().column() - 1)))
                        .as(yaml)
                        .startsWith("WinNope" + i);
            }
        });
    }
}
