package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of which it is not known what it runs is named by the console and by each report. */
class UnjudgedServersTest {
    private static final String TARGETS = """
            targets:
              - {name: web01}
              - {name: web02, facts: {os: W2022}}
              - {name: web03, facts: {os: '${IMAGE}'}}
            """;
    private static final InputFormat BOLT = MappedFormat.read(new SourceFile("bolt.yaml", """
                    version: 1
                    files: ['**/*.yaml']
                    select: ['$.targets[*]']
                    fields:
                      name: {at: $.name}
                      os: {at: $.facts.os}
                    """), Sample.CATALOG);

    private static LintResult lint(InputFormat layout, String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(
                        layout,
                        List.of("lab"),
                        List.of(new SourceFile("lab/inventory.yaml", text).foundAt("inventory.yaml", true)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
    }

    private static LintResult ansible(String text) {
        return lint(MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow(), text);
    }

    private static List<String> console(LintResult result) {
        return new ConsoleReport(AnsiStyle.NONE, "mvn serverlint:explain")
                .lines(result).stream()
                        .map(line -> line.severity() + " " + line.text())
                        .toList();
    }

    private static ReportModel model(LintResult result) {
        return new ReportModel(
                List.of(new ModuleResult("mail/", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
    }

    @Test
    void serversOfAMappingAreCountedAndNamed() {
        assertThat(console(lint(BOLT, TARGETS)))
                .contains("WARNING Not judged: 2 servers whose Windows release is not known:"
                        + " \"web01\" (lab/inventory.yaml:2:12), \"web03\" (lab/inventory.yaml:4:12).")
                .last()
                .asString()
                .contains(" 1 file, 3 servers, 2 not judged: 0 errors, 1 warning, 0 notes.");
    }

    @Test
    void nothingIsLeftToDoOnlyWhereAllWasJudged() {
        assertThat(console(lint(BOLT, "targets: [{name: web01, facts: {os: W2022}}]\n")))
                .containsExactly("NOTE 1 file, 1 server: 0 errors, 0 warnings, 0 notes. Nothing to do.");
        assertThat(console(lint(BOLT, "targets: [{name: web01}]\n")))
                .first()
                .isEqualTo("WARNING Not judged: 1 server whose Windows release is not known: \"web01\""
                        + " (lab/inventory.yaml:1:18).");
        assertThat(console(lint(BOLT, "targets: [{name: web01}]\n")))
                .last()
                .isEqualTo("NOTE 1 file, 1 server, 1 not judged: 0 errors, 0 warnings, 0 notes."
                        + " Next: say what is not said, so that it can be judged.");
        // Something that was left out was not judged either.
        assertThat(console(ansible("all: {hosts: {win1: {os: W2022}, web1: {os: Debian 12}}}\n")))
                .last()
                .asString()
                .endsWith("1 server: 0 errors, 0 warnings, 0 notes. Nothing found in what was judged.");
    }

    @Test
    void weakValuesAndCandidatesAreJudgedAndAmbiguousOnesAreNot() {
        LintResult weak = ansible("all: {children: {windows_2019: {hosts: {mx1: {exchange_version: 2019 CU3}}}}}\n");
        assertThat(weak.unjudged()).isEmpty();
        assertThat(weak.estate().servers()).hasSize(1);
        LintResult candidates = ansible("all: {hosts: {mx1: {ostype: win10, exchange_version: 2019 CU3}}}\n");
        assertThat(candidates.unjudged()).isEmpty();
        assertThat(candidates.estate().servers()).hasSize(1);
        LintResult computed = ansible("all: {hosts: {mx1: {os: '{{ lookup(1) }}', exchange_version: 2019 CU3}}}\n");
        assertThat(computed.unjudged()).hasSize(1);
    }

    @Test
    void aHostOfAnExchangeGroupIsNamedWhereNothingSaysWhichExchange() {
        for (String group :
                List.of("exchange", "exchange_servers", "msexchange2019hosts", "prod-exch", "ExchangeServers")) {
            LintResult result = ansible("all:\n  children:\n    " + group
                    + ":\n      hosts:\n        mx1:\n        mx2: {os: W2022, exchange_version: 2019 CU14}\n");
            assertThat(console(result))
                    .as(group)
                    .contains("WARNING Not judged: 1 server whose Exchange Server release is not known: \"mx1\""
                            + " (lab/inventory.yaml:5:9).");
            assertThat(result.notices()).isEmpty();
        }
    }

    @Test
    void aHostOfAnExchangeGroupWithAWindowsIsNamedToo() {
        LintResult result = ansible("all: {children: {exchange: {hosts: {mx1: {os: W2022}}}}}\n");
        assertThat(result.estate().servers()).hasSize(1);
        assertThat(result.unjudged())
                .hasSize(1)
                .first()
                .satisfies(server -> assertThat(server.unknown()).isEqualTo("Exchange Server release"));
    }

    @Test
    void othersOfAnExchangeGroupAreNotNamed() {
        String hosts = "all: {children: {exchange: {hosts: {mx1: {os: Debian 12}}}, exchanger: {hosts: {web1: {}}}}}\n";
        assertThat(ansible(hosts).unjudged()).isEmpty();
    }

    @Test
    void manyAreCountedAndTheFirstNamed() {
        String targets = IntStream.range(10, 35)
                .mapToObj(number -> "  - {name: web" + number + "}\n")
                .collect(Collectors.joining("", "targets:\n", ""));
        assertThat(console(lint(BOLT, targets)).get(0))
                .contains("25 servers", "\"web10\"", "\"web29\"")
                .doesNotContain("\"web30\"")
                .endsWith(", and 5 more.");
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = "GITHUB", mode = EnumSource.Mode.EXCLUDE)
    void eachReportNamesThem(ReportFormat format) throws Exception {
        String report = format.render(model(lint(BOLT, TARGETS)));
        WellFormed.assertWellFormed(format, report);
        assertThat(report).contains("web01").contains("Windows release");
    }

    @Test
    void eachReportHasThemInTheWayOfItsFormat() {
        ReportModel model = model(lint(BOLT, TARGETS));
        assertThat(ReportFormat.JSON.render(model))
                .contains("\"notJudged\": 2")
                .containsPattern(
                        "\"notJudged\": \\[\\s+\\{\\s+\"server\": \"web01\",\\s+\"path\": \"mail/lab/inventory.yaml\"");
        assertThat(ReportFormat.SARIF.render(model))
                .contains("toolExecutionNotifications", "\\\"web01\\\" is not judged")
                .contains("\\\"web03\\\" is not judged");
        assertThat(ReportFormat.JUNIT.render(model))
                .containsPattern(
                        "<testcase name=\"web01: not-judged\" classname=\"web01\" time=\"0.000\" file=\"[^\"]+\" line=\"[0-9]+\">\\s*<skipped")
                .doesNotContain("name=\"web01: unsupported-platform\"")
                .contains("name=\"web02: unsupported-platform\"");
        // These formats have nothing but findings, and the third server has one that says it.
        for (ReportFormat format : List.of(ReportFormat.GITLAB, ReportFormat.CHECKSTYLE)) {
            assertThat(format.render(model)).contains("not-judged", "web01").containsOnlyOnce("is not judged, because");
        }
        assertThat(ReportFormat.HTML.render(model))
                .contains("No rule has looked at these servers", "web03&quot; is not judged")
                .doesNotContain("Nothing to do")
                .doesNotContain("Every definition says enough");
    }

    @Test
    void githubShowsThemInASummaryAndAnAnnotation() {
        ReportModel model = model(lint(BOLT, TARGETS));
        assertThat(GithubReport.summary(model, 1 << 20))
                .contains("2 servers not judged", "\"web01\", Windows release", "\"web03\"");
        assertThat(GithubReport.commands(model, new AnnotationQuota(new HashMap<>()), "the log"))
                .contains("::warning title=serverlint::1 server not judged, because it is not known what they run:"
                        + " \"web01\", Windows release.");
    }
}
