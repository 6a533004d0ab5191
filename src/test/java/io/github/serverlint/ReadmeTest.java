package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the reader gets. */
class ReadmeTest {
    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(readme);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    @Test
    void theOutputIsThatOfTheSampleEstate() {
        LintResult result = Sample.lintExamples();
        List<String> actual = new ConsoleReport(AnsiStyle.NONE, "mvn -f examples")
                .lines(result).stream().map(ConsoleReport.Line::text).toList();
        List<String> shown = blocks("").get(0).lines().toList();
        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(actual).containsSubsequence(shown);
    }

    @Test
    void theDefinitionIsUnderstoodToItsLastLine() {
        String definition = blocks("yaml").stream()
                .filter(block -> block.contains("servers:"))
                .findFirst()
                .orElseThrow();
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("README.md", definition)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(result.findings()).isEmpty();
        assertThat(result.estate().servers()).hasSize(4);
    }

    @Test
    void theMigrationIsAccepted() {
        String migration = blocks("yaml").stream()
                .filter(block -> block.contains("migrations:"))
                .findFirst()
                .orElseThrow();
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("README.md", migration)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(result.findings()).isEmpty();
        assertThat(result.estate().migrations().get(0).steps()).hasSize(9);
    }

    @Test
    void whatTheGateSaysOfTwoStagesIsShown() {
        String definition = "servers:\n  mail01:\n    os: %s\n    exchange: %s\n";
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile(
                                "servers/mail.yaml",
                                definition.formatted("Windows 2000 Server SP4", "Exchange 2000 SP3"))),
                        List.of(new SourceFile(
                                "servers/mail.yaml",
                                definition.formatted("Windows Server 2003 SP1", "Exchange 2003 SP1"))),
                        false,
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        String said =
                new ConsoleReport(AnsiStyle.NONE, "mvn").lines(result).get(0).text();
        assertThat(readme).contains("\n" + said + "\n");
    }

    @Test
    void theCatalogOfOnesOwnIsOne() {
        String own = blocks("yaml").stream()
                .filter(block -> block.contains("products:"))
                .findFirst()
                .orElseThrow();
        assertThat(CatalogReader.shippedWith(List.of(new SourceFile("README.md", own)))
                        .product("sql-server"))
                .isPresent();
    }

    @Test
    void theTablesNameEveryRule() {
        assertThat(RuleRegistry.all()).isNotEmpty();
        for (RuleInfo rule : RuleRegistry.all()) {
            assertThat(readme).contains("| `" + rule.id() + "` | " + rule.summary() + " |");
        }
    }

    @Test
    void thePluginHasOneVersionEverywhere() throws IOException {
        Pattern version =
                Pattern.compile("<artifactId>serverlint-maven-plugin</artifactId>\\s*<version>([^<]+)</version>");
        Matcher own = version.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(own.find()).isTrue();
        List<String> named = new ArrayList<>();
        for (String text : List.of(readme, Files.readString(Path.of("examples/pom.xml")))) {
            Matcher use = version.matcher(text);
            while (use.find()) {
                named.add(use.group(1));
            }
        }
        Matcher command =
                Pattern.compile("serverlint-maven-plugin:([0-9A-Z.-]+):").matcher(readme);
        while (command.find()) {
            named.add(command.group(1));
        }
        assertThat(named).hasSizeGreaterThanOrEqualTo(5).containsOnly(own.group(1));
    }
}
