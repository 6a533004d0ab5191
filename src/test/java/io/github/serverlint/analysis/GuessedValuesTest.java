package io.github.serverlint.analysis;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is known makes an error, and the same guessed, of a server itself or of one beside it, a warning. */
class GuessedValuesTest {
    /** What is written at a key that ends in {@code -guessed} is only concluded. */
    private static final InputFormat LAYOUT = MappedFormat.read(
            new SourceFile(
                    "mapping.yaml",
                    Stream.of("os", "exchange", "ad-connector", "roles", "features", "components", "cluster")
                            .map("  %1$s: [{at: \"$['%1$s']\"}, {at: \"$['%1$s-guessed']\", weak: true}]\n"::formatted)
                            .reduce("""
                                    version: 1
                                    files: ['**/*.yaml']
                                    select: $.machines.*
                                    fields:
                                      name: {key: 0}
                                    """, String::concat)),
            Sample.CATALOG);

    /**
     * An estate in which a rule finds something.
     *
     * @param base the machines before, for a rule about changes; else empty
     * @param steps of a migration of what {@code now} has
     */
    private record Case(String rule, String base, String now, String steps) {
        @Override
        public String toString() {
            return rule;
        }

        /** What the rule finds. */
        Finding finding(boolean guessed) {
            DefinitionLoader definitionLoader =
                    new DefinitionLoader(LAYOUT, List.of("lab"), Sample.CATALOG, new RunMonitor());
            RuleSeverities severities = RuleSeverities.parse(List.of("end-of-support=error"));
            LintRun lintRun = new LintRun(
                    Sample.CATALOG,
                    RuleRegistry.judging(),
                    definitionLoader,
                    severities,
                    Sample.AS_OF,
                    Optional.empty());
            List<SourceFile> files = files(guessed ? now : now.replace("-guessed:", ":"));
            LintResult result = base.isEmpty()
                    ? lintRun.of(files)
                    : lintRun.since(
                            new LintRequest.Base("main", false),
                            new BaseRevision("0123456789", false, files(base)),
                            files);
            return result.findings().stream()
                    .filter(found -> found.rule().id().equals(rule))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(result.findings().toString()));
        }

        private List<SourceFile> files(String machines) {
            SourceFile lab = file("lab/machines.yaml", "machines:\n" + machines);
            return steps.isEmpty()
                    ? List.of(lab)
                    : List.of(file("lab/way.yaml", "migrations: {way: {steps: [" + steps + "]}}\n"), lab);
        }

        private static SourceFile file(String path, String text) {
            return new SourceFile(path, text)
                    .foundAt(path.substring("lab/".length()), LAYOUT.scope().confidential());
        }

        Set<String> guessedServers() {
            return now.lines()
                    .filter(line -> line.contains("-guessed:"))
                    .map(line -> line.strip().split(":", 2)[0])
                    .collect(toSet());
        }
    }

    private static Case state(String rule, String now) {
        return new Case(rule, "", now, "");
    }

    private static final List<Case> CASES = List.of(
            state("unsupported-platform", "  mx1: {os: Windows Server 2022, exchange-guessed: Exchange 2016 CU9}\n"),
            state(
                    "service-pack-too-low",
                    "  mx1: {os-guessed: Windows 2000 Server SP2, exchange: Exchange Server 2003}\n"),
            state(
                    "unsupported-edition",
                    "  mx1: {os-guessed: Windows Server 2003 Enterprise x64 SP2, exchange: Exchange Server 2003 SP2}\n"),
            state("feature-needs-newer-windows", """
                      mx1: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1, features: [rpc-over-http]}
                      dc1: {os: Windows 2000 Server SP4, roles-guessed: [domain-controller, global-catalog]}
                    """),
            state(
                    "feature-needs-newer-exchange",
                    "  mx1: {os: Windows Server 2022, exchange-guessed: Exchange 2019 CU14, features: [tls-1-3]}\n"),
            state("unsupported-cluster", """
                      mx1: {os: Windows Server 2019 Datacenter, exchange: Exchange 2019 CU14, cluster: dag, roles-guessed: [mailbox]}
                      mx2: {os: Windows Server 2022 Datacenter, exchange: Exchange 2019 CU14, cluster: dag}
                    """),
            state("conflicting-component", """
                      mx1: {os: Windows Server 2003, exchange: Exchange Server 2003, components-guessed: [chat]}
                    """),
            state("incompatible-ad-connector", """
                      adc: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000}
                      dc1: {os: Windows Server 2003, roles-guessed: [domain-controller]}
                    """),
            state("forest-not-prepared", """
                      mx1: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                      dc1: {os: Windows Server 2003, roles-guessed: [domain-controller]}
                    """),
            state("unsupported-domain-controller", """
                      mx1: {os: Windows Server 2019, exchange: Exchange 2019 CU13}
                      dc1: {os: Windows Server 2025, roles-guessed: [domain-controller]}
                    """),
            state("unsupported-coexistence", """
                      mx1: {os: Windows 2000 Server SP4, exchange: Exchange 5.5 SP4, roles-guessed: [mailbox]}
                      mx2: {os: Windows Server 2003 R2 x64, exchange: Exchange Server 2007 SP1}
                    """),
            state("front-end-older-than-back-end", """
                      fe1: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, roles: [front-end]}
                      be1: {os: Windows Server 2003, exchange: Exchange Server 2003, roles-guessed: [back-end]}
                    """),
            state("end-of-support", "  mx1: {os-guessed: Windows Server 2012 R2, exchange: Exchange 2016 CU23}\n"),
            new Case(
                    "unsupported-upgrade",
                    "  mx1: {os: Windows Server 2016, exchange: Exchange 2016 CU23}\n",
                    "  mx1: {os: Windows Server 2016, exchange-guessed: Exchange 2019 CU14}\n",
                    ""),
            new Case("upgrade-out-of-order", "", """
                      fe1: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, roles-guessed: [front-end]}
                      be1: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, roles: [back-end]}
                    """, "{back-up: be1}, {upgrade: be1, to: Exchange Server 2003 SP1}"),
            new Case("blocking-component", "", """
                      mx1: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, components-guessed: [chat]}
                    """, "{back-up: mx1}, {upgrade: mx1, to: Exchange Server 2003 SP1}"),
            new Case(
                    "downgrade",
                    "  mx1: {os: Windows Server 2019, exchange: Exchange 2019 CU14}\n",
                    "  mx1: {os: Windows Server 2019, exchange-guessed: Exchange 2019 CU13}\n",
                    ""));

    /**
     * The rules about a setup, which the native format alone can say, about steps alone, and about what is gone, and those
     * that are no errors in the first place.
     */
    private static final Set<String> OF_NOTHING_GUESSED = Set.of(
            "newer-than-catalog",
            "unsafe-schema-extension",
            "feature-before-setup-complete",
            "upgrade-without-backup",
            "step-without-effect",
            "vanished-server",
            "unreadable-base");

    @ParameterizedTest
    @FieldSource("CASES")
    void aGuessIsAWarning(Case estate) {
        assertThat(estate.finding(false).severity()).isEqualTo(Severity.ERROR);
        Finding guessed = estate.finding(true);
        assertThat(guessed.severity()).isEqualTo(Severity.WARNING);
        assertThat(guessed.related()).extracting(RelatedLocation::note).anyMatch(note -> note.contains("concluded"));
        if (rulesWithPartners().contains(estate.rule())) {
            assertThat(estate.guessedServers()).doesNotContain(guessed.server().orElseThrow());
        }
    }

    @Test
    void everyRuleHasACase() {
        assertThat(Stream.concat(CASES.stream().map(Case::rule), OF_NOTHING_GUESSED.stream()))
                .containsExactlyInAnyOrderElementsOf(RuleRegistry.judging().stream()
                        .map(Rule::info)
                        .map(rule -> rule.id())
                        .toList());
        assertThat(rulesWithPartners()).hasSizeGreaterThan(7).doesNotContainAnyElementsOf(OF_NOTHING_GUESSED);
    }

    /** No other test would see it if a rule told of another server in words alone. */
    @Test
    void aNoteThatNamesAServerCarriesIt() {
        for (LintResult result : RESULTS) {
            Set<String> names = result.estate().servers().stream()
                    .map(server -> server.name().value())
                    .collect(toSet());
            assertThat(result.findings().stream().flatMap(finding -> finding.related().stream()))
                    .allSatisfy(place -> assertThat(place.server().stream())
                            .containsExactlyElementsOf(names.stream()
                                    .filter(name -> place.note().contains("\"" + name + "\""))
                                    .toList()));
        }
    }

    private static final List<LintResult> RESULTS =
            Sample.all().stream().map(Sample::lint).toList();

    /** Those that tell of another server than that of the finding, in any sample. */
    private static Set<String> rulesWithPartners() {
        return RESULTS.stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.related().stream()
                        .anyMatch(place ->
                                place.server().isPresent() && !place.server().equals(finding.server())))
                .map(finding -> finding.rule().id())
                .collect(toSet());
    }
}
