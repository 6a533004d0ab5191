package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CatalogFiles;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.estate.ClusterMembership;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.SetupState;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.plan.EraEstates;
import io.github.serverlint.plan.SmallEstates;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Judging one server of each class first says what judging every server says: the same findings and the same that is
 * undecided, in the same order. Estates are drawn, and enlarged with servers that are like one of theirs or differ from it
 * in one thing.
 */
class ServerClassesTest {
    private static final long SEED = 1997;
    private static final int MOST_SERVERS = 25;

    private static final List<Rule> JUDGING = RuleRegistry.judging().stream()
            .filter(rule -> !(rule instanceof ChangeRule))
            .toList();
    private static final List<Rule> DEFAULT = JUDGING.stream()
            .filter(rule -> RuleSeverities.DEFAULT.of(rule.info()).isPresent())
            .toList();

    private Random random = new Random(SEED);
    private int next;
    private int shared;
    private int clean;
    private int faulty;
    private int undecided;

    private static RuleEngine judge(List<Rule> rules, Catalog catalog) {
        return new RuleEngine(
                rules, rule -> Optional.of(Severity.ERROR), new RuleContext(catalog, Sample.AS_OF), new RunMonitor());
    }

    /** What rules say of all servers, each of which they look at. */
    private static RuleFindings ofEveryServer(Estate asItIsWritten, List<Rule> rules, Catalog catalog) {
        Estate estate = asItIsWritten.sortedByName();
        RuleContext ruleContext = new RuleContext(catalog, Sample.AS_OF);
        FindingCollector findingCollector = new FindingCollector();
        for (Server server : estate.servers()) {
            for (Rule rule : rules) {
                if (rule instanceof ServerRule ofServer) {
                    ofServer.check(server, ruleContext, findingCollector);
                }
            }
        }
        for (Rule rule : rules) {
            if (rule instanceof ForestRule ofEstate) {
                ofEstate.check(estate, ruleContext, findingCollector);
            }
        }
        List<Finding> findings = findingCollector.faults().stream()
                .map(fault -> fault.build(Severity.ERROR))
                .toList();
        return new RuleFindings(findings, findingCollector.undecided());
    }

    /** With the rules that are on by default, and with one alone: where another speaks too, all servers are looked at. */
    private void compare(Estate defined, Catalog catalog, String text) {
        // What is open is compared in CandidatesTest.
        Estate estate = new Estate(
                defined.servers().stream().map(ServerClassesTest::resolved).toList(),
                defined.forests(),
                defined.migrations());
        compare(estate, DEFAULT, catalog, text);
        compare(estate, List.of(JUDGING.get(next++ % JUDGING.size())), catalog, text);
    }

    private void compare(Estate estate, List<Rule> rules, Catalog catalog, String text) {
        RuleFindings all = ofEveryServer(estate, rules, catalog);
        RuleFindings byClasses = judge(rules, catalog).checkEstate(estate);
        assertThat(byClasses.findings()).as(text).containsExactlyInAnyOrderElementsOf(all.findings());
        assertThat(byClasses.undecided()).as(text).containsExactlyInAnyOrderElementsOf(all.undecided());
        shared += ServerClasses.of(estate.servers()).sample(estate).servers().size()
                        < estate.servers().size()
                ? 1
                : 0;
        clean += all.findings().isEmpty() && all.undecided().isEmpty() ? 1 : 0;
        faulty += all.findings().isEmpty() ? 0 : 1;
        undecided += all.undecided().isEmpty() ? 0 : 1;
    }

    private static Server resolved(Server server) {
        Server resolved = server;
        for (String product : server.candidates().keySet()) {
            resolved = resolved.choosing(product, 0);
        }
        return resolved;
    }

    private static Estate read(String text, Catalog catalog) {
        return new TextLinter(catalog)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .estate();
    }

    private void compareEnlarged(String text, Catalog catalog) {
        Estate drawn = read(text, catalog);
        compare(drawn, catalog, text);
        Estate enlarged = enlarged(drawn, catalog);
        compare(enlarged, catalog, enlarged.servers().toString());
    }

    private Estate enlarged(Estate estate, Catalog catalog) {
        List<Server> servers = new ArrayList<>(estate.servers());
        int size = servers.size() + random.nextInt(MOST_SERVERS);
        while (servers.size() < size) {
            Server like = servers.get(random.nextInt(servers.size()));
            Server another = like.named(like.name().with("more" + servers.size()));
            servers.add(
                    random.nextInt(servers.size() + 1), random.nextInt(4) == 0 ? changed(another, catalog) : another);
        }
        return new Estate(servers, estate.forests(), estate.migrations());
    }

    /** The same server with one thing about it changed, be that allowed or not. */
    private Server changed(Server server, Catalog catalog) {
        Map<String, Installation> installed = new LinkedHashMap<>(server.installations());
        List<Located<Term>> roles = server.roles();
        List<Located<Term>> features = server.features();
        List<Located<Term>> components = server.components();
        Optional<ClusterMembership> cluster = server.cluster();
        Optional<Located<String>> forest = server.forest();
        switch (random.nextInt(7)) {
            case 0 -> roles = with(roles, catalog.roles().terms(), server.name());
            case 1 -> features = with(features, catalog.features().terms(), server.name());
            case 2 -> components = with(components, catalog.components().terms(), server.name());
            case 3 -> cluster = Optional.of(cluster(server.name()));
            case 4 ->
                forest = random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(server.name().with("forest" + random.nextInt(2)));
            default ->
                installed.replaceAll(
                        (product, installation) -> random.nextBoolean() ? installation : changed(installation));
        }
        return new Server(server.name(), new Places(installed, roles, features, components, cluster, forest));
    }

    private List<Located<Term>> with(List<Located<Term>> terms, List<Term> all, Located<?> at) {
        List<Located<Term>> others = new ArrayList<>(terms);
        if (!others.isEmpty() && random.nextBoolean()) {
            others.remove(random.nextInt(others.size()));
        }
        Term added = all.get(random.nextInt(all.size()));
        if (others.stream().noneMatch(term -> term.value().equals(added))) {
            others.add(at.with(added));
        }
        return others;
    }

    private ClusterMembership cluster(Located<String> at) {
        Span place = at.place();
        return new ClusterMembership(
                perhaps(at.with("cluster" + random.nextInt(2))),
                perhaps(at.with(1 + random.nextInt(9))),
                perhaps(at.with(ClusterMembership.Mode.values()[random.nextInt(2)])),
                place);
    }

    private <T> Optional<T> perhaps(T value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
    }

    private Installation changed(Installation installation) {
        Located<String> text = installation.text();
        List<Level> levels = installation.release().levels();
        List<String> editions = installation.release().editions();
        List<Term> architectures = installation.release().architectures();
        int what = random.nextInt(4);
        return new Installation(
                text,
                installation.release(),
                what == 0 ? drawn(levels, text) : installation.level(),
                what == 1 ? drawn(editions, text) : installation.edition(),
                what == 2 ? drawn(architectures, text) : installation.architecture(),
                what == 3 ? drawn(List.of(SetupState.values()), text) : installation.setup());
    }

    private <T> Optional<Located<T>> drawn(List<T> values, Located<?> at) {
        return values.isEmpty()
                ? Optional.empty()
                : perhaps(values.get(random.nextInt(values.size()))).map(value -> at.with(value));
    }

    /** A round that time has cut short has not seen all. */
    private void assertAllOutcomesWereSeen(Round round) {
        if (round.isWhole()) {
            assertAllOutcomesWereSeen();
        }
    }

    private void assertAllOutcomesWereSeen() {
        assertThat(shared).isPositive();
        assertThat(clean).isPositive();
        assertThat(faulty).isPositive();
        assertThat(undecided).isPositive();
    }

    @Fuzzed(seeds = 40)
    void estatesOfTheCatalogThatShips(Round round) {
        round.each(seed -> {
            random = new Random(seed);
            EraEstates.Pair pair = new EraEstates(seed).pair();
            compareEnlarged(pair.start(), Sample.CATALOG);
            compareEnlarged(pair.target(), Sample.CATALOG);
        });
        assertAllOutcomesWereSeen(round);
    }

    @Fuzzed(seeds = 150)
    void estatesOfASmallCatalog(Round round) {
        Catalog small = CatalogFiles.read(Path.of("src/test/resources/plan/small-catalog.yaml"));
        round.each(seed -> {
            random = new Random(seed);
            SmallEstates.Pair pair = new SmallEstates(seed).pair();
            compareEnlarged(pair.start(), small);
            compareEnlarged(pair.target(), small);
        });
        assertAllOutcomesWereSeen(round);
    }

    @Slow
    @Tag("large")
    @Test
    void samples() {
        int enlarged = Slow.WHOLE ? 4 : 1;
        for (Sample sample : Sample.all()) {
            Estate estate = sample.lint().estate();
            for (int i = 0; i <= enlarged && !estate.servers().isEmpty(); i++) {
                compare(i == 0 ? estate : enlarged(estate, Sample.CATALOG), Sample.CATALOG, sample.text());
            }
        }
        assertAllOutcomesWereSeen();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3 | os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3
                    os: Windows 2000 Server SP4, exchange: Exchange 2003 | os: Windows 2000 Server SP2, exchange: Exchange 2003
                    os: {release: Windows Server 2003, edition: Enterprise}, exchange: Exchange 2003 SP1 | os: {release: Windows Server 2003, edition: Web}, exchange: Exchange 2003 SP1
                    os: {release: Windows Server 2003 SP1, architecture: x86}, exchange: Exchange 2003 SP1 | os: {release: Windows Server 2003 SP1, architecture: x64}, exchange: Exchange 2003 SP1
                    os: Windows Server 2003 SP1, features: [volume-shadow-copy] | os: {release: Windows Server 2003 SP1, setup: in-progress}, features: [volume-shadow-copy]
                    os: Windows 2000 Server SP4 | os: Windows 2000 Server SP4, features: [volume-shadow-copy]
                    os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1 | os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1, components: [instant-messaging]
                    os: Windows Server 2003 SP1, cluster: {name: c, nodes: 2} | os: {release: Windows Server 2003 SP1, edition: Standard}, cluster: {name: c, nodes: 2}
                    """)
    void whatIsFaultyIsOfAnotherClassThanWhatIsNot(String fine, String faulty) {
        String text = "servers:\n  a: {" + fine + "}\n  b: {" + faulty + "}\n";
        Estate estate = read(text, Sample.CATALOG);
        assertThat(ofEveryServer(estate, DEFAULT, Sample.CATALOG).findings())
                .as(text)
                .extracting(finding -> finding.server().orElseThrow())
                .isNotEmpty()
                .containsOnly("b");
        compare(estate, Sample.CATALOG, text);
    }

    /** A machine may be new enough for a feature of its own, and too old a global catalog for another's. */
    private static final String TELEPATHY = """
            checked: 2026-11-22
            sources:
              handbook: {title: Our own handbook}
            features:
              telepathy: {name: telepathy, spellings: []}
            needs:
              - {feature: telepathy, where: server, from: windows-2000, because: It needs a mind., sources: [handbook], confidence: confirmed}
              - {feature: telepathy, where: global-catalogs, from: windows-2003, because: So do they., sources: [handbook], confidence: confirmed}
            """;

    @Test
    void aSecondServerOfAClassMakesNoDifference() {
        Catalog own = CatalogReader.shippedWith(List.of(new SourceFile("own.yaml", TELEPATHY)));
        String one = "{os: Windows 2000 Server SP4, roles: [global-catalog], features: [telepathy]}\n";
        Estate alone = read("servers:\n  a: " + one, own);
        Estate both = read("servers:\n  a: " + one + "  b: " + one, own);
        compare(alone, own, "alone");
        compare(both, own, "both");
        assertThat(judge(DEFAULT, own).checkEstate(alone).findings())
                .extracting(Finding::message)
                .contains("\"a\" enables telepathy, and the global catalog \"a\" runs Windows 2000 Server;"
                        + " it needs Windows Server 2003 or later there.");
        assertThat(judge(DEFAULT, own).hasCleanForests(both)).isFalse();
        assertThat(judge(DEFAULT, own).hasCleanForests(read("servers:\n  a: {os: Windows 2000 Server SP4}\n", own)))
                .isTrue();
    }

    @Test
    void aRuleThatIsOffLeavesNothingUndecided() {
        Estate estate = read("servers:\n  a: {os: Windows 2000 Server, exchange: Exchange 2003}\n", Sample.CATALOG);
        RuleContext ruleContext = new RuleContext(Sample.CATALOG, Sample.AS_OF);
        assertThat(new RuleEngine(DEFAULT, rule -> Optional.of(Severity.ERROR), ruleContext, new RunMonitor())
                        .checkEstate(estate)
                        .undecided())
                .isNotEmpty();
        assertThat(new RuleEngine(DEFAULT, rule -> Optional.empty(), ruleContext, new RunMonitor())
                        .checkEstate(estate)
                        .undecided())
                .isEmpty();
    }
}
