package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a set of candidates is the combination of the verdicts on each of them: what all have keeps its severity,
 * what some have is a warning that names them, and what is not judged with one is not judged.
 */
class CandidatesTest {
    private static final SourceFile FILE = new SourceFile("a.yaml", "\n".repeat(50));
    private static final List<Release> WINDOWS = releases(Product.WINDOWS);
    private static final List<Release> EXCHANGE = releases(Product.EXCHANGE);

    private final RuleEngine engine = new RuleEngine(
            RuleRegistry.judging(),
            rule -> Optional.of(Severity.ERROR),
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());
    private int certain;
    private int conditional;
    private int undecided;
    private int silent;

    private static List<Release> releases(String product) {
        return Sample.CATALOG.product(product).orElseThrow().releases();
    }

    private static Installation installed(Release release, Optional<Level> level, String text, int line) {
        Located<String> at = Located.of(text, Span.at(FILE, line, 1));
        return new Installation(at, release, level.map(at::with), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Installation installed(Release release, int line) {
        return installed(release, Optional.empty(), "several", line);
    }

    /** A server with one release, or with one of several, for each product. */
    private static Server server(String name, int line, Map<String, List<Installation>> products, String... roles) {
        Map<String, Installation> installations = new LinkedHashMap<>();
        Map<String, List<Installation>> candidates = new LinkedHashMap<>();
        products.forEach((product, all) -> {
            if (all.size() == 1) {
                installations.put(product, all.get(0));
            } else {
                candidates.put(product, all);
            }
        });
        List<Located<Term>> found = Stream.of(roles)
                .map(role -> Located.of(Sample.CATALOG.roles().find(role).orElseThrow(), Span.at(FILE, line, 30)))
                .toList();
        return new Server(
                Located.of(name, Span.at(FILE, line, 20)),
                new Places(installations, candidates, found, List.of(), List.of(), Optional.empty(), Optional.empty()));
    }

    private static Map<String, List<Installation>> products(List<Installation> windows, List<Installation> exchange) {
        Map<String, List<Installation>> products = new LinkedHashMap<>();
        products.put(Product.WINDOWS, windows);
        products.put(Product.EXCHANGE, exchange);
        return products;
    }

    private static List<List<Release>> pairs(List<Release> releases) {
        return releases.stream()
                .flatMap(one -> releases.stream().filter(one::isOlderThan).map(other -> List.of(one, other)))
                .toList();
    }

    /** The release without a level, and with each. */
    private static List<Optional<Level>> levels(Release release) {
        return Stream.concat(
                        Stream.of(Optional.<Level>empty()),
                        release.levels().stream().map(Optional::of))
                .toList();
    }

    private record Verdict(String rule, String server, String keyPath, int line) {
        static Verdict of(Finding finding) {
            return new Verdict(
                    finding.rule().id(),
                    finding.server().orElse(""),
                    finding.keyPath(),
                    finding.span().line());
        }

        static Verdict of(NotJudged check) {
            return new Verdict(
                    check.rule().id(), check.server(), "", check.span().line());
        }
    }

    private static Map<Verdict, Severity> verdicts(RuleFindings findings) {
        Map<Verdict, Severity> verdicts = new LinkedHashMap<>();
        findings.findings()
                .forEach(finding ->
                        verdicts.merge(Verdict.of(finding), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return verdicts;
    }

    private static Set<Verdict> open(RuleFindings findings) {
        return findings.undecided().stream().map(Verdict::of).collect(Collectors.toSet());
    }

    /** Combines single verdicts in the plainest way there is, and compares. */
    private void compare(RuleFindings ofSet, List<RuleFindings> single, String what) {
        List<Map<Verdict, Severity>> verdicts =
                single.stream().map(CandidatesTest::verdicts).toList();
        Map<Verdict, Severity> wanted = new LinkedHashMap<>();
        Set<Verdict> anywhere = new HashSet<>();
        verdicts.forEach(each -> anywhere.addAll(each.keySet()));
        for (Verdict verdict : anywhere) {
            boolean everywhere = verdicts.stream().allMatch(each -> each.containsKey(verdict));
            Severity lowest = verdicts.stream()
                    .map(each -> each.get(verdict))
                    .filter(Objects::nonNull)
                    .min(Severity::compareTo)
                    .orElseThrow();
            wanted.put(verdict, everywhere || lowest != Severity.ERROR ? lowest : Severity.WARNING);
            certain += everywhere ? 1 : 0;
            conditional += everywhere ? 0 : 1;
        }
        assertThat(verdicts(ofSet)).as(what).isEqualTo(wanted);
        Set<Verdict> open = single.stream().flatMap(each -> open(each).stream()).collect(Collectors.toSet());
        assertThat(open(ofSet)).as(what).isEqualTo(open);
        undecided += open.isEmpty() ? 0 : 1;
        silent += anywhere.isEmpty() && open.isEmpty() ? 1 : 0;
    }

    private void assertAllOutcomesWereSeen() {
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
        assertThat(undecided).isPositive();
        assertThat(silent).isPositive();
    }

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
                    compare(ofSet, each(server), pair + " under " + exchange + " " + level);
                    assertThatReleasesAreNamed(ofSet, pair);
                }
            }
        }
        assertAllOutcomesWereSeen();
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
                    compare(ofSet, each(server), pair + " on " + windows + " " + level);
                    assertThatReleasesAreNamed(ofSet, pair);
                }
            }
        }
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
        assertThat(undecided).isPositive();
    }

    private static Estate estate(Server... servers) {
        return new Estate(List.of(servers), List.of(), List.of());
    }

    private void compareEstate(Server known, Server open, String what) {
        String product = open.candidates().keySet().iterator().next();
        compare(
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
        assertAllOutcomesWereSeen();
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
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
        assertThat(undecided).isPositive();
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
                compare(engine.checkEstate(estate(dc, mail)), single, controllers + " and " + exchanges);
            }
        }
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
    }

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
                    compare(
                            check(from, into),
                            IntStream.range(0, 2)
                                    .mapToObj(i -> check(from.choosing(Product.WINDOWS, i), into))
                                    .toList(),
                            pair + " to " + to + " under " + on);
                    // The other way round: a known release that becomes one of two.
                    compare(
                            check(into, from),
                            IntStream.range(0, 2)
                                    .mapToObj(i -> check(into, from.choosing(Product.WINDOWS, i)))
                                    .toList(),
                            to + " to " + pair + " under " + on);
                }
            }
        }
        assertAllOutcomesWereSeenInChanges();
    }

    private void assertAllOutcomesWereSeenInChanges() {
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
        assertThat(silent).isPositive();
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
                            conditional++;
                        } else {
                            certain += severity == Severity.ERROR ? 1 : 0;
                        }
                    });
                }
            }
        }
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
    }
}
