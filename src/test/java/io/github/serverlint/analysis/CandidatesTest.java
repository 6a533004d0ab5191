package io.github.serverlint.analysis;

import static io.github.serverlint.analysis.CandidateComparison.EXCHANGE;
import static io.github.serverlint.analysis.CandidateComparison.WINDOWS;
import static io.github.serverlint.analysis.CandidateComparison.installed;
import static io.github.serverlint.analysis.CandidateComparison.levels;
import static io.github.serverlint.analysis.CandidateComparison.pairs;
import static io.github.serverlint.analysis.CandidateComparison.products;
import static io.github.serverlint.analysis.CandidateComparison.server;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a server with a set of candidates is the combination of the verdicts on each of them: what all have keeps
 * its severity, what some have is a warning that names them, and what is not judged with one is not judged.
 */
class CandidatesTest {
    private final RuleEngine engine = new RuleEngine(
            RuleRegistry.judging(),
            rule -> Optional.of(Severity.ERROR),
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());
    private final CandidateComparison comparison = new CandidateComparison();

    @Test
    void everyPairOfWindowsUnderEveryLevelOfExchange() {
        for (List<Release> pair : pairs(WINDOWS)) {
            List<Installation> windows =
                    pair.stream().map(release -> installed(release, 1)).toList();
            for (Release exchange : EXCHANGE) {
                for (Optional<Level> level : levels(exchange)) {
                    Server server = server(
                            "mail01",
                            1,
                            products(windows, List.of(installed(exchange, level, "Exchange", 2))),
                            "mailbox");
                    RuleFindings ofSet = engine.checkServer(server);
                    comparison.compare(ofSet, each(server), pair + " under " + exchange + " " + level);
                    assertThatReleasesAreNamed(ofSet, pair);
                }
            }
        }
        comparison.assertThatSome(true, true);
    }

    /** What the engine says of a server with each candidate of its one open release. */
    private List<RuleFindings> each(Server server) {
        String product = server.candidates().keySet().iterator().next();
        return IntStream.range(0, 2)
                .mapToObj(i -> engine.checkServer(server.choosing(product, i)))
                .toList();
    }

    /** A warning says with which release it is one, and with which it is none or cannot be judged. */
    private static void assertThatReleasesAreNamed(RuleFindings ofSet, List<Release> pair) {
        for (Finding finding : ofSet.findings()) {
            if (finding.message().startsWith("If ")) {
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.message())
                        .matches(message -> pair.stream()
                                .anyMatch(release ->
                                        message.startsWith("If \"several\" of \"mail01\" is " + release + ": ")
                                                && pair.stream()
                                                        .filter(other -> !other.equals(release))
                                                        .anyMatch(other -> message.contains(" As " + other + " it "))));
            }
        }
    }

    @Test
    void everyPairOfExchangeOnEveryWindows() {
        for (List<Release> pair : pairs(EXCHANGE)) {
            for (Release windows : WINDOWS) {
                for (Optional<Level> level : levels(windows)) {
                    Server server = server(
                            "mail01",
                            1,
                            products(
                                    List.of(installed(windows, level, "Windows", 1)),
                                    pair.stream()
                                            .map(release -> installed(release, 2))
                                            .toList()),
                            "mailbox");
                    RuleFindings ofSet = engine.checkServer(server);
                    comparison.compare(ofSet, each(server), pair + " on " + windows + " " + level);
                    assertThatReleasesAreNamed(ofSet, pair);
                }
            }
        }
        comparison.assertThatSome(true, false);
    }
}
