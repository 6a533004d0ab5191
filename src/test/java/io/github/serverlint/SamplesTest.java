package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.TextLinter;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.Paint;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rule.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the rules and the samples beside them: each line says what is found on it, and nothing else is. */
class SamplesTest {

    static List<Sample> samples() {
        return Sample.all();
    }

    static List<RuleInfo> rules() {
        return RuleSet.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyMarkIsFoundAndNothingElse(Sample sample) {
        assertThat(Sample.found(sample.lint())).isEqualTo(sample.expected());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAWholePage(RuleInfo rule) {
        RulePage page = RulePage.of(rule);
        assertThat(page.text()).startsWith("# " + rule.id() + "\n\n");
        assertThat(page.sections().keySet()).containsExactlyElementsOf(RulePage.SECTIONS);
        assertThat(page.sections().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(Sample.of(rule, "Bad"))
                .isNotEmpty()
                .allSatisfy(bad -> assertThat(bad.expected()).anyMatch(mark -> mark.endsWith(": " + rule.id())));
        assertThat(Sample.of(rule, "Good"))
                .isNotEmpty()
                .allSatisfy(good -> assertThat(good.expected()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everySourceOfAPageIsInTheCatalog(RuleInfo rule) {
        String sources = RulePage.of(rule).sections().get("Sources");
        List<String> known = Sample.CATALOG.sources().stream().map(Source::id).toList();
        Matcher named = Pattern.compile("`([^`]+)`").matcher(sources);
        while (named.find()) {
            assertThat(known).contains(named.group(1));
        }
        assertThat(sources).containsPattern("`[^`]+`|https://|README");
    }

    @Test
    @Tag("large")
    void withoutAnyOneRuleSomeMarkIsNotFound() {
        assertThat(RuleSet.judging()).isNotEmpty();
        for (Rule missing : RuleSet.judging()) {
            List<Rule> others =
                    RuleSet.judging().stream().filter(rule -> rule != missing).toList();
            TextLinter linter = new TextLinter(Sample.CATALOG, others);
            assertThat(samples())
                    .as("without %s", missing.info().id())
                    .anyMatch(sample -> !Sample.found(sample.lint(linter)).equals(sample.expected()));
        }
    }

    @Test
    void theWordingOfEveryFindingIsAsItWasRead() throws IOException {
        ConsoleReport report = new ConsoleReport(Paint.NONE, "mvn serverlint:explain");
        StringBuilder text = new StringBuilder();
        // Read here and not once for all tests, so that a fault in reading the catalog is a fault of this test.
        TextLinter linter = new TextLinter(Catalog.shipped());
        for (Sample sample : Stream.concat(Sample.ofPages("Bad").stream(), Sample.ofFolder().stream())
                .toList()) {
            LintResult result = sample.lint(linter);
            report.lines(result).forEach(line -> text.append(line.text()).append('\n'));
            text.append('\n');
        }
        Golden.check("findings.txt", text.toString());
    }
}
