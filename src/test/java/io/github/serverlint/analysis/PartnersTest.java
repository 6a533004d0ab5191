package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a fault is known with those that it is about: another server beside makes it another one. */
class PartnersTest {
    private static final List<String> WINDOWS = List.of(
            "Windows 2000 SP4",
            "Windows Server 2003 SP1",
            "Windows Server 2003 R2 SP2",
            "Windows Server 2008 SP2",
            "Windows Server 2008 R2 SP1",
            "Windows Server 2012 R2",
            "Windows Server 2016",
            "Windows Server 2019",
            "Windows Server 2022",
            "Windows Server 2025",
            "10.0.29000");
    private static final List<String> EXCHANGE = List.of(
            "Exchange 5.5 SP4",
            "Exchange 2000 SP3",
            "Exchange 2003 SP2",
            "Exchange 2007 SP3",
            "Exchange 2010 SP3",
            "Exchange 2013 CU23",
            "Exchange 2016 CU22",
            "Exchange 2016 CU23",
            "Exchange 2019 CU12",
            "Exchange 2019 CU15",
            "Exchange SE RTM");
    private static final List<String> LEVELS =
            List.of("Windows 2000", "Windows Server 2003", "Windows Server 2012 R2", "Windows Server 2025");
    private static final List<String> ROLES =
            List.of("domain-controller", "domain-controller, global-catalog", "front-end", "back-end", "mailbox");

    private int newOnes;
    private int knownOnes;

    /** An estate as its servers, each a mapping of one line, by name. */
    private record Drawn(String level, Map<String, String> servers) {
        static Drawn of(Random random) {
            Map<String, String> servers = new TreeMap<>();
            for (int i = 2 + random.nextInt(5); i > 0; i--) {
                servers.put("s" + i, server(random));
            }
            return new Drawn(any(LEVELS, random), servers);
        }

        private static String server(Random random) {
            StringBuilder server = new StringBuilder("os: " + any(WINDOWS, random));
            if (random.nextInt(3) > 0) {
                server.append(", exchange: ").append(any(EXCHANGE, random));
            }
            if (random.nextInt(3) > 0) {
                server.append(", roles: [").append(any(ROLES, random)).append(']');
            }
            if (random.nextInt(6) == 0) {
                server.append(", ad-connector: Exchange 2000");
            }
            if (random.nextInt(5) == 0) {
                server.append(", features: [rpc-over-http]");
            }
            if (random.nextInt(5) == 0) {
                server.append(", cluster: {name: c1}");
            }
            return server.toString();
        }

        SourceFile file() {
            return new SourceFile(
                    "servers.yaml",
                    "forests: {corp: {functional-level: " + level + "}}\nservers:\n"
                            + servers.entrySet().stream()
                                    .map(server -> "  " + server.getKey() + ": {" + server.getValue() + "}\n")
                                    .collect(Collectors.joining()));
        }

        Drawn with(String name, String server) {
            Map<String, String> others = new TreeMap<>(servers);
            others.put(name, server);
            return new Drawn(level, others);
        }

        Drawn without(String name) {
            Map<String, String> others = new TreeMap<>(servers);
            others.remove(name);
            return new Drawn(level, others);
        }

        private static <T> T any(List<T> from, Random random) {
            return from.get(random.nextInt(from.size()));
        }
    }

    /** What is found of the states after a change, beside what the base has: once by the base, once by a baseline. */
    private static List<List<Finding>> found(Drawn base, Drawn now) {
        TextLinter textLinter = new TextLinter(Sample.CATALOG);
        List<Finding> before = textLinter
                .lint(List.of(base.file()), RuleSeverities.DEFAULT, Sample.AS_OF)
                .findings();
        SourceFile baseline = new SourceFile(
                "known.json",
                Baseline.of(before.stream()
                                .filter(finding -> finding.rule().excusable())
                                .toList())
                        .text());
        Set<String> ofStates =
                textLinter.lint(List.of(now.file()), RuleSeverities.DEFAULT, Sample.AS_OF).findings().stream()
                        .map(Finding::message)
                        .collect(Collectors.toSet());
        List<List<Finding>> found = new ArrayList<>();
        found.add(textLinter
                .lint(List.of(base.file()), List.of(now.file()), true, RuleSeverities.DEFAULT, Sample.AS_OF)
                .findings());
        found.add(textLinter
                .lint(List.of(now.file()), baseline, RuleSeverities.DEFAULT, Sample.AS_OF)
                .findings());
        return found.stream()
                .map(findings -> findings.stream()
                        .filter(finding -> finding.rule().excusable() && ofStates.contains(finding.message()))
                        .toList())
                .toList();
    }

    private static boolean isKnown(Finding finding) {
        return finding.status() == Status.KNOWN || finding.status() == Status.BASELINED;
    }

    private static String shown(Drawn base, Drawn now) {
        return base.file().text() + "####\n" + now.file().text();
    }

    @Fuzzed(seeds = 80)
    void aFaultWithANewPartnerIsNew(Round round) {
        round.eachDrawn(random -> {
            Drawn base = Drawn.of(random);
            String added = Drawn.server(random);
            Drawn now = base.with("zz", added);
            for (List<Finding> findings : found(base, now)) {
                for (Finding finding : findings) {
                    boolean isAboutIt = finding.server().equals(Optional.of("zz"))
                            || finding.partners().stream().map(Partner::name).anyMatch("zz"::equals);
                    assertThat(isKnown(finding))
                            .as(() -> finding + "\n" + shown(base, now))
                            .isEqualTo(!isAboutIt);
                    newOnes += isAboutIt ? 1 : 0;
                    knownOnes += isAboutIt ? 0 : 1;
                }
            }
        });
        assertThat(newOnes).isPositive();
        assertThat(knownOnes).isPositive();
    }

    @Fuzzed(seeds = 80)
    void aFaultOfWhichAPartnerIsGoneIsKnown(Round round) {
        round.eachDrawn(random -> {
            Drawn base = Drawn.of(random);
            Drawn now = base.without(List.copyOf(base.servers().keySet())
                    .get(random.nextInt(base.servers().size())));
            for (List<Finding> findings : found(base, now)) {
                assertThat(findings.stream().filter(finding -> !isKnown(finding)))
                        .as(() -> shown(base, now))
                        .isEmpty();
                knownOnes += findings.size();
            }
        });
        assertThat(knownOnes).isPositive();
    }

    /** The other values of a server are drawn anew, so those of its neighbours may become worse, or not. */
    @Fuzzed(seeds = 80)
    void aPartnerThatWasNoneBeforeIsNew(Round round) {
        round.eachDrawn(random -> {
            Drawn base = Drawn.of(random);
            String changed = List.copyOf(base.servers().keySet())
                    .get(random.nextInt(base.servers().size()));
            Drawn now = base.with(changed, Drawn.server(random));
            Set<String> before = new TreeSet<>();
            new TextLinter(Sample.CATALOG)
                    .lint(List.of(base.file()), RuleSeverities.DEFAULT, Sample.AS_OF)
                    .findings()
                    .forEach(finding -> finding.partners()
                            .forEach(partner -> before.add(finding.identity() + " " + partner.name())));
            for (List<Finding> findings : found(base, now)) {
                for (Finding finding : findings) {
                    boolean isMore = finding.partners().stream()
                            .anyMatch(partner -> !before.contains(finding.identity() + " " + partner.name()));
                    if (isMore) {
                        assertThat(isKnown(finding))
                                .as(() -> finding + "\n" + shown(base, now))
                                .isFalse();
                        newOnes++;
                    }
                }
            }
        });
        assertThat(newOnes).isPositive();
    }

    private static final String MAIL = "os: Windows Server 2012 R2, exchange: Exchange 2013 CU23";

    private static Finding only(String rule, Drawn base, Drawn now, int which) {
        List<Finding> all = found(base, now).get(which).stream()
                .filter(finding ->
                        finding.rule().id().equals(rule) && finding.topic().isEmpty())
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Drawn drawn(String... servers) {
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < servers.length; i += 2) {
            byName.put(servers[i], servers[i + 1]);
        }
        return new Drawn("Windows Server 2012 R2", byName);
    }

    private static String controller(String os) {
        return "os: " + os + ", roles: [domain-controller]";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void anotherDomainControllerIsAnotherFault(int which) {
        Drawn base = drawn("mail01", MAIL, "dc01", controller("Windows Server 2025"));
        Finding finding = only(
                "unsupported-domain-controller",
                base,
                drawn("mail01", MAIL, "dc01", "os: Windows Server 2025", "dc77", controller("Windows Server 2025")),
                which);
        assertThat(finding.isOpen()).isTrue();
        assertThat(finding.reason())
                .endsWith((which == 0 ? "The base" : "The baseline")
                        + " has this without \"dc77\" (Windows Server 2025).");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aWorseValueIsNewAndABetterOneIsKnown(int which) {
        Drawn newer = drawn("mail01", "os: Windows Server 2019, exchange: Exchange 2000");
        Drawn older = drawn("mail01", "os: Windows Server 2003, exchange: Exchange 2000");
        assertThat(only("unsupported-platform", older, newer, which).isOpen()).isTrue();
        assertThat(only("unsupported-platform", newer, older, which).isOpen()).isFalse();
        assertThat(only("unsupported-platform", older, older, which).isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void namingOneOfTheCandidatesIsNothingNew(int which) {
        String mail = "os: Windows Server 2003, exchange: Exchange 2003 SP2";
        Drawn open = drawn("mail03", mail, "dc01", controller("windows.2k12"));
        Drawn named = drawn("mail03", mail, "dc01", controller("Windows Server 2012 R2"));
        Drawn other = drawn("mail03", mail, "dc01", controller("Windows Server 2016"));
        assertThat(only("unsupported-domain-controller", open, named, which).isOpen())
                .isFalse();
        assertThat(only("unsupported-domain-controller", open, other, which).isOpen())
                .isTrue();
        assertThat(only("unsupported-domain-controller", open, open, which).isOpen())
                .isFalse();
    }

    @Test
    void anEntryOfTheEarlierFormCoversAnyPartner() {
        String entry = "{\"version\": 1, \"entries\": [{\"rule\": \"unsupported-platform\", \"server\": \"mail01\","
                + " \"keyPath\": \"servers.mail01.exchange\", \"value\": \"Exchange 2000\"}]}";
        Baseline earlier = Baseline.read(new SourceFile("known.json", entry));
        assertThat(earlier.withoutPartners()).isEqualTo(1);
        for (String os : List.of("Windows Server 2003", "Windows Server 2019")) {
            Drawn now = drawn("mail01", "os: " + os + ", exchange: Exchange 2000");
            assertThat(new TextLinter(Sample.CATALOG)
                                    .lint(
                                            List.of(now.file()),
                                            new SourceFile("known.json", entry),
                                            RuleSeverities.DEFAULT,
                                            Sample.AS_OF)
                                    .findings()
                                    .stream()
                                    .filter(finding -> finding.rule().id().equals("unsupported-platform"))
                                    .map(Finding::status))
                    .containsExactly(Status.BASELINED);
        }
    }

    @Test
    void aStepThatAddsOneMoreIsReported() {
        Drawn today = drawn("mail01", MAIL, "dc01", controller("Windows Server 2025"));
        SourceFile file = new SourceFile(
                "servers.yaml",
                today.file().text() + "migrations:\n  more:\n    steps:\n      - add: dc77\n        as: {"
                        + controller("Windows Server 2025") + "}\n      - decommission: dc01\n");
        assertThat(new TextLinter(Sample.CATALOG)
                        .lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF).findings().stream()
                                .filter(finding -> finding.rule().id().equals("unsupported-domain-controller"))
                                .map(finding -> finding.span().line()))
                .containsExactly(4, 8);
    }
}
