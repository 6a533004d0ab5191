package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often rules run on servers with candidates, counted: once for each where servers are alike, and never without end. */
class CandidateCostTest {
    private static final RuleInfo SERVERS = RuleInfo.judging("counts-servers", "nothing");
    private static final RuleInfo FORESTS = RuleInfo.judging("counts-forests", "nothing");

    private final AtomicInteger servers = new AtomicInteger();
    private final AtomicInteger forests = new AtomicInteger();

    /** Counts the servers, and those of them whose Windows is open. */
    private final class CountedServers implements ServerRule {
        @Override
        public RuleInfo info() {
            return SERVERS;
        }

        @Override
        public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
            assertThat(server.candidates()).isEmpty();
            servers.incrementAndGet();
        }
    }

    private final class CountedForests implements ForestRule {
        @Override
        public RuleInfo info() {
            return FORESTS;
        }

        @Override
        public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
            forests.incrementAndGet();
        }
    }

    private RuleFindings check(String header, int count, IntFunction<String> server) {
        String text = header + "servers:\n"
                + IntStream.range(0, count).mapToObj(server).collect(Collectors.joining());
        Estate estate = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .estate();
        assertThat(estate.servers()).hasSize(count);
        return new RuleEngine(
                        List.of(new CountedServers(), new CountedForests()),
                        rule -> Optional.of(Severity.ERROR),
                        new RuleContext(Sample.CATALOG, Sample.AS_OF),
                        new RunMonitor())
                .checkEstate(estate);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Windows Server 2019                                                       |  1 |   1
                    windows9Server64Guest                                                     |  3 |   1
                    windows9Server64Guest, roles: [domain-controller]                         |  3 |  27
                    windows9Server64Guest, exchange: '{CD981244-E9B8-405A-9026-6AEB9DCEF1F1}' |  6 |   4
                    """)
    void aThousandServersOfOneKindCostAsMuchAsTheirCandidates(String os, int perServer, int perForest) {
        check("", 1000, i -> "  s" + i + ": {os: " + os + "}\n");
        assertThat(servers).hasValue(perServer);
        assertThat(forests).hasValue(perForest);
    }

    @Test
    void forestsAreGoneThroughSideBySide() {
        int count = 12;
        String header = "forests: {"
                + IntStream.range(0, count)
                        .mapToObj(i -> "f" + i + ".example: {}")
                        .collect(Collectors.joining(", "))
                + "}\n";
        RuleFindings found = check(
                header,
                count,
                i -> "  dc" + i + ": {os: windows.2k12, roles: [domain-controller], forest: f" + i + ".example}\n");
        assertThat(forests).hasValue(2);
        assertThat(found.undecided()).isEmpty();
    }

    @Test
    void tooManyCombinationsAreNotJudgedAndSaid() {
        List<String> texts = List.of("windows.2k8", "windows.2k12", "Windows2019_64", "windows9Server64Guest", "10.0");
        List<String> roles = List.of("domain-controller", "global-catalog");
        RuleFindings found = check(
                "", 10, i -> "  dc" + i + ": {os: '" + texts.get(i / 2) + "', roles: [" + roles.get(i % 2) + "]}\n");
        assertThat(forests.get()).isLessThanOrEqualTo(2 * Resolutions.MOST);
        assertThat(found.undecided())
                .isNotEmpty()
                .allSatisfy(check -> {
                    assertThat(check.rule()).isEqualTo(FORESTS);
                    assertThat(check.missing())
                            .startsWith("which of Windows Server ")
                            .endsWith(" it is, since there are too many combinations,");
                })
                .extracting(NotJudged::server)
                .doesNotHaveDuplicates()
                .contains("dc9");
    }
}
