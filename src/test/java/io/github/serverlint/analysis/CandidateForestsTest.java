package io.github.serverlint.analysis;

import static io.github.serverlint.analysis.CandidateComparison.EXCHANGE;
import static io.github.serverlint.analysis.CandidateComparison.WINDOWS;
import static io.github.serverlint.analysis.CandidateComparison.installed;
import static io.github.serverlint.analysis.CandidateComparison.levels;
import static io.github.serverlint.analysis.CandidateComparison.pairs;
import static io.github.serverlint.analysis.CandidateComparison.products;
import static io.github.serverlint.analysis.CandidateComparison.server;
import static io.github.serverlint.analysis.CandidateComparison.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.CandidateComparison.Verdict;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a forest whose servers have candidates is the combination of the verdicts on each combination of them.
 */
class CandidateForestsTest {
    private final RuleEngine engine = new RuleEngine(
            RuleRegistry.judging(),
            rule -> Optional.of(Severity.ERROR),
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());
    private final CandidateComparison comparison = new CandidateComparison();

    private static Estate estate(Server... servers) {
        return new Estate(List.of(servers), List.of(), List.of());
    }

    private void compareEstate(Server known, Server open, String what) {
        String product = open.candidates().keySet().iterator().next();
        comparison.compare(
                engine.checkEstate(estate(known, open)),
                IntStream.range(0, 2)
                        .mapToObj(i -> engine.checkEstate(estate(known, open.choosing(product, i))))
                        .toList(),
                what);
    }

    @Slow
    @Tag("large")
    @Test
    void everyPairOfDomainControllersBesideEveryLevelOfExchange() {
        Release windows = WINDOWS.get(WINDOWS.size() - 2);
        int number = 0;
        for (List<Release> pair : pairs(WINDOWS)) {
            Server controller = server(
                    "dc01",
                    5,
                    Map.of(
                            Product.WINDOWS,
                            pair.stream().map(release -> installed(release, 5)).toList()),
                    "domain-controller",
                    "global-catalog");
            for (Release exchange : EXCHANGE) {
                for (Optional<Level> level : levels(exchange)) {
                    if (Slow.WHOLE || number++ % 7 == 0) {
                        Server mail = server(
                                "mail01",
                                1,
                                products(
                                        List.of(installed(windows, Optional.empty(), "Windows", 1)),
                                        List.of(installed(exchange, level, "Exchange", 2))),
                                "mailbox");
                        compareEstate(mail, controller, pair + " beside " + exchange + " " + level);
                    }
                }
            }
        }
        comparison.assertThatSome(true, true);
    }

    @Slow
    @Tag("large")
    @Test
    void everyPairOfExchangeBesideEveryLevelOfExchange() {
        Release windows = WINDOWS.get(WINDOWS.size() - 2);
        int number = 0;
        for (List<Release> pair : pairs(EXCHANGE)) {
            Server other = server(
                    "mail02",
                    5,
                    products(
                            List.of(installed(windows, Optional.empty(), "Windows", 5)),
                            pair.stream().map(release -> installed(release, 6)).toList()),
                    "mailbox");
            for (Release exchange : EXCHANGE) {
                for (Optional<Level> level : levels(exchange)) {
                    if (Slow.WHOLE || number++ % 7 == 0) {
                        Server mail = server(
                                "mail01",
                                1,
                                products(
                                        List.of(installed(windows, Optional.empty(), "Windows", 1)),
                                        List.of(installed(exchange, level, "Exchange", 2))),
                                "mailbox");
                        compareEstate(mail, other, pair + " beside " + exchange + " " + level);
                    }
                }
            }
        }
        comparison.assertThatSome(true, false);
    }

    @Slow
    @Tag("large")
    @Test
    void twoOpenServersAreJudgedInEveryCombination() {
        Release windows = WINDOWS.get(WINDOWS.size() - 2);
        int number = 0;
        for (List<Release> controllers : pairs(WINDOWS)) {
            for (List<Release> exchanges : pairs(EXCHANGE)) {
                if (!Slow.WHOLE && number++ % 5 != 0) {
                    continue;
                }
                Server dc = server(
                        "dc01",
                        5,
                        Map.of(
                                Product.WINDOWS,
                                controllers.stream()
                                        .map(release -> installed(release, 5))
                                        .toList()),
                        "domain-controller");
                Server mail = server(
                        "mail01",
                        1,
                        products(
                                List.of(installed(windows, Optional.empty(), "Windows", 1)),
                                exchanges.stream()
                                        .map(release -> installed(release, 2))
                                        .toList()),
                        "mailbox");
                List<RuleFindings> single = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    single.add(engine.checkEstate(
                            estate(dc.choosing(Product.WINDOWS, i / 2), mail.choosing(Product.EXCHANGE, i % 2))));
                }
                comparison.compare(engine.checkEstate(estate(dc, mail)), single, controllers + " and " + exchanges);
            }
        }
        comparison.assertThatSome(false, false);
    }

    @Test
    void moreOfTheSameKindAreAsManyAsTheyAreAndLeaveNoCombinationOut() {
        List<Installation> open = Stream.of("windows-2008-r2", "windows-2012", "windows-2012-r2", "windows-2016")
                .map(id -> installed(
                        WINDOWS.stream()
                                .filter(release -> release.id().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        5))
                .toList();
        Server mail = server(
                "mail01",
                1,
                products(
                        List.of(installed(WINDOWS.get(WINDOWS.size() - 2), Optional.empty(), "Windows", 1)),
                        List.of(installed(EXCHANGE.get(EXCHANGE.size() - 2), Optional.empty(), "Exchange", 2))),
                "mailbox");
        Set<Set<Integer>> seen = new HashSet<>();
        for (int count = 1; count <= 9; count++) {
            List<Server> servers = new ArrayList<>(List.of(mail));
            for (int i = 0; i < count; i++) {
                servers.add(server("dc" + i, 10 + i, Map.of(Product.WINDOWS, open), "domain-controller"));
            }
            ResolvedEstates resolved = ResolvedEstates.of(new Estate(servers, List.of(), List.of()));
            assertThat(resolved.resolutions().size()).isLessThanOrEqualTo(Resolutions.MOST);
            assertThat(resolved.resolutions().left()).isEmpty();
            seen.clear();
            for (int way = 0; way < resolved.resolutions().size(); way++) {
                Set<Integer> chosen = new TreeSet<>();
                for (int i = 0; i < count; i++) {
                    chosen.add(resolved.resolutions().option(way, i));
                }
                seen.add(chosen);
            }
            int most = Math.min(count, 4);
            assertThat(seen)
                    .as("every selection of at most " + most)
                    .hasSize(List.of(4, 10, 14, 15).get(most - 1));
            Map<Verdict, Severity> verdicts = verdicts(engine.checkEstate(new Estate(servers, List.of(), List.of())));
            assertThat(verdicts.entrySet().stream()
                            .filter(verdict -> verdict.getKey().rule().equals("unsupported-domain-controller"))
                            .map(Map.Entry::getValue))
                    .isNotEmpty()
                    .containsOnly(Severity.WARNING);
        }
    }
}
