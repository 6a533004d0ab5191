package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the rules and the samples beside them: each line says what is found on it, and nothing else is. */
class SamplesTest {
    private static final Path PAGES = Sample.FOLDER.resolve("pages");

    static List<Sample> bad() {
        return Stream.concat(Sample.ofPages("Bad").stream(), Sample.ofFolder().stream())
                .toList();
    }

    static List<Sample> good() {
        return Sample.ofPages("Good");
    }

    static List<RuleInfo> rules() {
        return RuleRegistry.all();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void itsRulesFindEveryMarkAndNothingElse(Sample sample) {
        assertThat(sample.expected()).isNotEmpty();
        assertThat(Sample.found(sample.lintByItsRules(Sample.CATALOG))).isEqualTo(sample.expected());
    }

    @ParameterizedTest
    @MethodSource("good")
    void everyRuleIsSilentOnWhatIsGood(Sample sample) {
        assertThat(Sample.found(sample.lint())).isEmpty();
    }

    @Test
    void everyRuleIsSilentOnTheExamplesButForTheFaultsTheyShow() {
        LintResult result = Sample.lintExamples();
        assertThat(result.findings())
                .extracting(finding -> finding.span() + " " + finding.rule().id())
                .containsExactly(
                        "servers/directory.yaml:13:19 incompatible-ad-connector",
                        "servers/forest.yaml:6:15 forest-not-prepared",
                        "servers/mail.yaml:15:15 unsupported-platform",
                        "servers/mail.yaml:22:16 feature-needs-newer-windows");
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

    /**
     * The expected output of each sample is in a file beside it, of the examples of a page in one with the page's name.
     */
    @Test
    void theWordingOfEveryFindingIsAsItWasRead() throws IOException {
        // Read here and not once for all tests, so that a fault in reading the catalog is a fault of this test.
        Catalog catalog = CatalogReader.shipped();
        Map<Path, String> wording = new TreeMap<>();
        RuleRegistry.all()
                .forEach(rule -> wording.put(
                        PAGES.resolve(rule.id() + ".txt"),
                        Sample.of(rule, "Bad").stream()
                                .map(bad -> shown(bad, catalog))
                                .collect(Collectors.joining("\n"))));
        Sample.ofFolder()
                .forEach(sample -> wording.put(
                        Sample.FOLDER.resolve(sample.name().replace(".yaml", ".txt")), shown(sample, catalog)));
        SoftAssertions.assertSoftly(
                softly -> wording.forEach((golden, text) -> softly.check(() -> Golden.check(golden, text))));
        try (Stream<Path> files = Stream.concat(Files.list(Sample.FOLDER), Files.list(PAGES))) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .as("each belongs to a sample or a page")
                    .containsExactlyInAnyOrderElementsOf(wording.keySet());
        }
    }

    private static String shown(Sample sample, Catalog catalog) {
        return new ConsoleReport(AnsiStyle.NONE, "mvn serverlint:explain")
                .lines(sample.lintByItsRules(catalog)).stream()
                        .map(line -> line.text() + "\n")
                        .collect(Collectors.joining());
    }
}
