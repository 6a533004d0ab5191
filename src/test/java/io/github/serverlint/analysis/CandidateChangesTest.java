package io.github.serverlint.analysis;

import static io.github.serverlint.analysis.CandidateComparison.EXCHANGE;
import static io.github.serverlint.analysis.CandidateComparison.FILE;
import static io.github.serverlint.analysis.CandidateComparison.WINDOWS;
import static io.github.serverlint.analysis.CandidateComparison.installed;
import static io.github.serverlint.analysis.CandidateComparison.pairs;
import static io.github.serverlint.analysis.CandidateComparison.server;
import static io.github.serverlint.analysis.CandidateComparison.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.CandidateComparison.Verdict;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a change or a migration of servers with candidates is the combination of the verdicts on each of them.
 */
class CandidateChangesTest {
    private final RuleEngine engine = new RuleEngine(
            RuleRegistry.judging(),
            rule -> Optional.of(Severity.ERROR),
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());
    private final CandidateComparison comparison = new CandidateComparison();

    @Test
    void everyPairOfWindowsBecomesEveryWindowsUnderAnExchange() {
        Installation exchange = installed(EXCHANGE.get(EXCHANGE.size() - 2), Optional.empty(), "Exchange", 2);
        Installation old = installed(EXCHANGE.get(2), Optional.empty(), "Exchange", 2);
        for (List<Release> pair : pairs(WINDOWS)) {
            for (Release to : WINDOWS) {
                for (Optional<Installation> on :
                        List.of(Optional.<Installation>empty(), Optional.of(exchange), Optional.of(old))) {
                    Map<String, List<Installation>> before = new LinkedHashMap<>();
                    before.put(
                            Product.WINDOWS,
                            pair.stream().map(release -> installed(release, 1)).toList());
                    on.ifPresent(product -> before.put(Product.EXCHANGE, List.of(product)));
                    Map<String, List<Installation>> after = new LinkedHashMap<>(before);
                    after.put(Product.WINDOWS, List.of(installed(to, Optional.empty(), "one", 1)));
                    Server from = server("mail01", 1, before);
                    Server into = server("mail01", 1, after);
                    comparison.compare(
                            check(from, into),
                            IntStream.range(0, 2)
                                    .mapToObj(i -> check(from.choosing(Product.WINDOWS, i), into))
                                    .toList(),
                            pair + " to " + to + " under " + on);
                    // The other way round: a known release that becomes one of two.
                    comparison.compare(
                            check(into, from),
                            IntStream.range(0, 2)
                                    .mapToObj(i -> check(into, from.choosing(Product.WINDOWS, i)))
                                    .toList(),
                            to + " to " + pair + " under " + on);
                }
            }
        }
        comparison.assertThatSome(false, true);
    }

    private RuleFindings check(Server before, Server after) {
        return engine.checkTransition(
                Transition.sinceBase(Optional.of(before), Optional.of(after), Span.at(FILE, 9, 1)));
    }

    @Test
    void aTextThatStaysIsTheSameRelease() {
        for (List<Release> pair : pairs(WINDOWS)) {
            List<Installation> open =
                    pair.stream().map(release -> installed(release, 1)).toList();
            List<Installation> renamed = pair.stream()
                    .map(release -> installed(release, Optional.empty(), "another text", 1))
                    .toList();
            Server before = server("mail01", 1, Map.of(Product.WINDOWS, open));
            Server after = server("mail01", 1, Map.of(Product.WINDOWS, open), "mailbox");
            assertThat(check(before, after).findings()).isEmpty();
            assertThat(check(before, server("mail01", 1, Map.of(Product.WINDOWS, renamed)))
                            .findings())
                    .extracting(finding -> finding.rule().id())
                    .contains("downgrade");
        }
    }

    private static RuleFindings migrated(String os, String exchange, Release to) {
        String text = """
                servers:
                  mail01: {os: '%s', exchange: '%s'}
                  dc01: {os: '%s', roles: [domain-controller]}
                migrations:
                  m:
                    steps:
                      - back-up: mail01
                      - upgrade: mail01
                        to: %s
                      - upgrade: dc01
                        to: %s
                      - add: mail02
                        as: {os: '%s', exchange: '%s'}
                """.formatted(os, exchange, os, to, to, os, exchange);
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(result.estate().migrations()).hasSize(1);
        return new RuleFindings(
                result.findings().stream()
                        .filter(finding -> finding.keyPath().startsWith("migrations."))
                        .toList(),
                List.of());
    }

    @Test
    void aMigrationIsReplayedWithEachRelease() {
        Release last = WINDOWS.get(WINDOWS.size() - 1);
        for (String text : List.of("windows.2k8", "windows.2k12", "Windows2019_64", "5.2.3790 SP2")) {
            for (String exchange :
                    List.of("Exchange 2003 SP2", "Exchange 2010 SP3", "Exchange 2013 CU23", "Exchange 2019 CU14")) {
                for (Release to : List.of(WINDOWS.get(3), WINDOWS.get(5), WINDOWS.get(7), last)) {
                    Recognition.Candidates candidates = (Recognition.Candidates) Sample.CATALOG.recognize(
                            Sample.CATALOG.product(Product.WINDOWS).orElseThrow(), text);
                    List<String> names = candidates.releases().stream()
                            .map(each -> each.release().nameAt(each.level()))
                            .toList();
                    // The three servers are open by themselves, so each may run either.
                    List<RuleFindings> single = new ArrayList<>();
                    names.forEach(name -> single.add(migrated(name, exchange, to)));
                    RuleFindings ofSet = migrated(text, exchange, to);
                    Set<Verdict> anywhere = single.stream()
                            .flatMap(each -> verdicts(each).keySet().stream())
                            .collect(Collectors.toSet());
                    String what = text + " with " + exchange + " to " + to;
                    assertThat(verdicts(ofSet).keySet()).as(what).containsAll(anywhere);
                    verdicts(ofSet).forEach((verdict, severity) -> {
                        boolean everywhere = single.stream()
                                .allMatch(
                                        each -> verdicts(each).getOrDefault(verdict, Severity.NOTE) == Severity.ERROR);
                        if (!everywhere) {
                            assertThat(severity).as(what + verdict).isNotEqualTo(Severity.ERROR);
                            comparison.count(0, 1);
                        } else {
                            comparison.count(severity == Severity.ERROR ? 1 : 0, 0);
                        }
                    });
                }
            }
        }
        comparison.assertThatSome(false, false);
    }
}
