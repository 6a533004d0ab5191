package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two servers of one name are two where their tool keeps names unique only in a scope. */
class ScopesTest {
    private static final String FAULTY = "Exchange 2000 SP3";
    private static final String FINE = "Exchange 2003 SP2";

    private static String machine(String namespace, String name, String exchange) {
        return "---\napiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: " + name
                + (namespace.isEmpty() ? "" : ", namespace: " + namespace)
                + ", annotations: {vm.kubevirt.io/os: Windows Server 2003 SP1, serverlint/exchange: " + exchange
                + "}}\n";
    }

    private static LintRun run(String layout, Optional<Baseline> baseline) {
        InputFormat inputFormat = MappedFormat.shipped(layout, Sample.CATALOG).orElseThrow();
        return new LintRun(
                Sample.CATALOG,
                RuleRegistry.judging(),
                new DefinitionLoader(inputFormat, List.of("lab"), Sample.CATALOG, new RunMonitor()),
                RuleSeverities.DEFAULT,
                Sample.AS_OF,
                baseline);
    }

    private static List<SourceFile> files(String... texts) {
        return Stream.of(texts)
                .map(text -> new SourceFile("lab/" + text.hashCode() + ".yaml", text)
                        .foundAt(text.hashCode() + ".yaml", false))
                .toList();
    }

    private static LintResult kubevirt(String... texts) {
        return run("kubevirt", Optional.empty()).of(files(texts));
    }

    private static List<String> messages(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.message())
                .toList();
    }

    @Test
    void machinesOfTwoNamespacesAreTwoServersAndBothAreJudged() {
        assertThat(messages(kubevirt(machine("prod", "mail01", FAULTY)
                        + machine("test", "mail01", FAULTY)
                        + machine("test", "mail02", FAULTY))))
                .containsExactly(
                        "unsupported-platform \"prod/mail01\" runs Exchange 2000 Server SP3 on Windows Server 2003,"
                                + " which does not support it.",
                        "unsupported-platform \"test/mail01\" runs Exchange 2000 Server SP3 on Windows Server 2003,"
                                + " which does not support it.",
                        "unsupported-platform \"mail02\" runs Exchange 2000 Server SP3 on Windows Server 2003,"
                                + " which does not support it.");
    }

    @ParameterizedTest
    @CsvSource({"prod, prod, 1", "prod, Prod, 1", "'', '', 1", "prod, '', 0", "prod, test, 0"})
    void aNameIsTakenInItsOwnScopeOnly(String one, String other, int duplicates) {
        LintResult result = kubevirt(machine(one, "mail01", FINE), machine(other, "MAIL01", FINE));
        assertThat(result.findings().stream()
                        .filter(finding -> finding.rule().id().equals("duplicate-name")))
                .hasSize(duplicates);
        assertThat(result.servers()).isEqualTo(2 - duplicates);
    }

    /** Each has the same name in two files. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cloudformation | '{Resources: {Mail: {Type: ''AWS::EC2::Instance'', Properties: {ImageId: ami-windows-latest/Windows_Server-2022}}}}'",
                "heat | '{heat_template_version: x, resources: {mail: {type: ''OS::Nova::Server'', properties: {image: Windows Server 2022}}}}'",
                "aria | '{formatVersion: 1, resources: {mail: {type: Cloud.Machine, properties: {image: Windows Server 2022}}}}'",
                "ludus | '{ludus: [{hostname: mail, template: win2022-server-x64-template, windows: {sysprep: true}}]}'",
            })
    void filesAreScopes(String layout, String text) {
        LintResult result = run(layout, Optional.empty()).of(files(text + "\n", text + "\n# The other.\n"));
        assertThat(messages(result)).isEmpty();
        assertThat(result.servers()).isEqualTo(2);
    }

    @Test
    void reportsAndTheBaselineHoldTheFullName() {
        LintResult result = kubevirt(machine("prod", "mail01", FAULTY));
        assertThat(messages(result)).hasSize(1).allMatch(message -> message.contains("\"mail01\""));
        String json = ReportFormat.JSON.render(new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1"));
        assertThat(json)
                .containsPattern("\"name\": \"prod/mail01\",\\s*\"scope\": \"prod\"")
                .containsPattern("\"server\": \"prod/mail01\",\\s*\"scope\": \"prod\"");
        assertThat(Baseline.of(result.findings()).text()).contains("\"server\": \"prod/mail01\"");
    }

    @Test
    void aBaselineThatKnewNoScopesStillHolds() {
        Baseline earlier = Baseline.read(new SourceFile("known.json", """
                {
                  "version": 1,
                  "entries": [
                    {
                      "rule": "unsupported-platform",
                      "server": "mail01",
                      "keyPath": "servers.mail01.exchange",
                      "value": "Exchange 2000 SP3"
                    }
                  ]
                }
                """));
        LintResult result = run("kubevirt", Optional.of(earlier)).of(files(machine("prod", "mail01", FAULTY)));
        assertThat(result.findings()).hasSize(1).allMatch(finding -> finding.status() == Finding.Status.BASELINED);
    }

    /** Whether by a base or by a baseline, and whatever the order of the documents. */
    @Fuzzed(seeds = 20)
    void anotherOfTheNameInAnotherScopeMakesNothingNew(Round round) {
        round.eachDrawn(random -> {
            List<String> namespaces = List.of("prod", "test", "");
            String before = "";
            for (int i = random.nextInt(3); i >= 0; i--) {
                before += machine(namespaces.get(i), "mail0" + random.nextInt(2), random.nextBoolean() ? FAULTY : FINE);
            }
            String other = machine("other", "mail0" + random.nextInt(2), FAULTY);
            List<SourceFile> now = files(random.nextBoolean() ? before + other : other + before);
            Baseline known = Baseline.of(kubevirt(before).findings());
            for (LintResult result : List.of(
                    run("kubevirt", Optional.empty())
                            .since(
                                    new LintRequest.Base("base", true),
                                    new BaseRevision("base", false, files(before)),
                                    now),
                    run("kubevirt", Optional.of(known)).of(now))) {
                assertThat(result.findings().stream()
                                .filter(Finding::isOpen)
                                .map(finding -> finding.server().orElseThrow()))
                        .as(() -> messages(result) + "\n")
                        .containsExactly("other/" + other.replaceFirst("(?s).*name: (mail0.).*", "$1"));
            }
        });
    }

    private static final String MIGRATION = "migrations:\n  m:\n    steps: [{back-up: %s}]\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "mail02 | none",
                "prod/mail01 | none",
                "mail01 | unknown-reference The server \"mail01\" of migration \"m\" is defined nowhere.",
                "test/mail02 | none",
                "prod/mail02 | unknown-reference The server \"prod/mail02\" of migration \"m\" is defined nowhere.",
            })
    void aMigrationNamesAServerInFullOrByTheNameThatOnlyItHas(String said, String expected) {
        LintResult result = kubevirt(
                machine("prod", "mail01", FINE) + machine("test", "mail01", FINE) + machine("test", "mail02", FINE),
                String.format(MIGRATION, said));
        assertThat(messages(result).stream().filter(message -> message.startsWith("unknown-reference")))
                .as(messages(result).toString())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        if (said.equals("mail01")) {
            assertThat(result.findings().get(0).fix()).contains("prod/mail01", "test/mail01");
        }
    }
}
