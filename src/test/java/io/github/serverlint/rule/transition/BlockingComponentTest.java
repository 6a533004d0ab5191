package io.github.serverlint.rule.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.engine.TextLinter;
import io.github.serverlint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A component that stands after a change is a fault of what is there, and one that is gone stood in the way. */
class BlockingComponentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instant-messaging, chat|conflicting-component conflicting-component",
                "chat|blocking-component conflicting-component",
                "|blocking-component",
            })
    void ofTwoComponents(String left, String rules) {
        List<String> found = new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(server("Exchange 2000 SP3", "instant-messaging, chat")),
                                List.of(server("Exchange 2003 SP1", left == null ? "" : left)),
                                false,
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)
                        .findings()
                        .stream()
                        .map(finding -> finding.rule().id())
                        .sorted()
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(rules);
    }

    private static SourceFile server(String exchange, String components) {
        return new SourceFile(
                "a.yaml",
                "servers:\n  mail01: {os: Windows 2000 SP4, exchange: " + exchange + ", components: [" + components
                        + "]}\n");
    }
}
