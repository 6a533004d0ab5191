package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.report.ServersReport;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that stand for several releases, from the files of other tools to the findings. */
class CandidatesInLayoutsTest {
    private static final String PLATFORM = " warning unsupported-platform";
    private static final InputFormat ANSIBLE =
            MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();
    private static final InputFormat OWN = MappedFormat.read(new SourceFile("mapping.yaml", """
            version: 1
            files: ['**/*.yml']
            select: $.machines[*]
            fields:
              name: {at: $.host}
              os:
                - {at: $.ostype, words-of: proxmox}
                - {at: $.image}
              os.service-pack: {at: $.pack}
              exchange: {at: $.mail}
              exchange.cumulative-update: {at: $.update}
            """), Sample.CATALOG);

    private static LintResult lint(InputFormat format, String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(
                        format,
                        List.of("lab"),
                        List.of(new SourceFile("lab/hosts.yml", text).foundAt("hosts.yml", false)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
    }

    private static List<String> findings(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.server().orElse("")
                        + " " + finding.severity().word() + " "
                        + finding.rule().id())
                .toList();
    }

    private static LintResult ansible(String variables) {
        return lint(ANSIBLE, "all: {hosts: {mx01: {" + variables + "}}}\n");
    }

    private static LintResult own(String values) {
        return lint(OWN, "machines: [{host: mx01, " + values + "}]\n");
    }

    private static List<String> rows(LintResult result, String field) {
        return ServersReport.lines(result, "check").stream()
                .map(line -> List.of(line.strip().split(" {2,}")))
                .filter(cells -> cells.get(0).equals(field) && cells.size() > 3)
                .map(cells -> cells.get(2) + ": " + cells.get(3))
                .toList();
    }

    /** Each word of the list of Proxmox, with an Exchange that runs on one of its releases and not on all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "win10 | Exchange 2019 CU14 | Windows Server 2016 or 2019: candidates | mx01 warning unsupported-platform",
                "WIN10 | Exchange 2016 CU23 | Windows Server 2016 or 2019: candidates | mx01 warning unsupported-platform",
                "win11 | Exchange SE RTM | Windows Server 2022 or 2025: candidates | ",
                "win11 | Exchange 2019 CU13 | Windows Server 2022 or 2025: candidates | mx01 warning service-pack-too-low",
                "win11 | Exchange 2016 CU23 | Windows Server 2022 or 2025: candidates | mx01 error unsupported-platform",
                "win8 | Exchange 2013 RTM | Windows Server 2012 or 2012 R2: candidates | mx01 warning service-pack-too-low",
                "win7 | Exchange 2010 SP3 | Windows Server 2008 R2: known | ",
                "w2k8 | Exchange 2010 SP3 | Windows Server 2008: known | ",
                "w2k3 | Exchange 2003 SP2 | Windows Server 2003 or 2003 R2: candidates | ",
                "wxp | Exchange 2003 SP2 | Windows Server 2003 or 2003 R2: candidates | ",
                "w2k | Exchange 2000 SP3 | Windows 2000 Server: known | ",
            })
    void aWordOfProxmoxIsJudgedAsWhatItStandsFor(String word, String exchange, String meaning, String finding) {
        List<String> expected = finding == null ? List.of() : List.of(finding);
        for (LintResult result : List.of(
                ansible("ostype: " + word + ", exchange: " + exchange),
                ansible("proxmox_ostype: '{{ it }}', it: " + word + ", exchange: " + exchange),
                own("ostype: " + word + ", mail: " + exchange))) {
            assertThat(findings(result)).isEqualTo(expected);
            assertThat(rows(result, "os")).containsExactly(meaning);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wxp", "win7", "win8", "win10", "win11", "WIN11"})
    void elsewhereItIsAWorkstation(String word) {
        assertThat(findings(ansible("os: " + word + ", exchange: Exchange SE RTM")))
                .containsExactly("mx01 error unknown-release");
        assertThat(findings(own("image: " + word + ", mail: Exchange SE RTM")))
                .containsExactly("mx01 error unknown-release");
        assertThat(findings(lint(
                        NativeFormat.INSTANCE, "servers: {mx01: {os: " + word + ", exchange: Exchange SE RTM}}\n")))
                .containsExactly("mx01 error unknown-release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"win7", "win8", "win10", "win11", "w2k8", "wxp"})
    void aWordThatMayBeAWorkstationMakesNoServerByItself(String word) {
        String beside = "{host: dc01, image: Windows Server 2019}";
        assertThat(lint(OWN, "machines: [{host: pc01, ostype: " + word + "}, " + beside + "]\n")
                        .estate()
                        .servers())
                .extracting(server -> server.name().value())
                .containsExactly("dc01");
    }

    @Test
    void aMachineOfKubevirtIsJudgedWithBothReleasesOfItsPreference() {
        LintResult result =
                lint(MappedFormat.shipped("kubevirt", Sample.CATALOG).orElseThrow(), """
                kind: VirtualMachine
                metadata: {name: mx01, annotations: {serverlint/exchange: Exchange 2013 RTM}}
                spec: {preference: {name: windows.2k12.virtio}}
                """);
        assertThat(rows(result, "os")).containsExactly("Windows Server 2012 or 2012 R2: candidates");
        assertThat(findings(result)).containsExactly("mx01 warning service-pack-too-low");
    }

    @Test
    void aKeyThatOnlyOneReleaseCanHaveTellsWhichItIs() {
        LintResult result = own("image: Windows Server 2019, mail: 2022H1 CU, update: CU12");
        assertThat(findings(result)).isEmpty();
        assertThat(rows(result, "exchange")).containsExactly("Exchange Server 2019 CU12: known");
        assertThat(rows(own("image: Windows Server 2019, mail: 2022H1 CU"), "exchange"))
                .containsExactly("Exchange Server 2016 CU23 or Exchange Server 2019 CU12: candidates");
    }

    @Test
    void aKeyThatNoReleaseCanHaveLeavesTheReleaseOpen() {
        LintResult result = own("image: windows.2k12, pack: SP1, mail: Exchange 2016 CU23");
        assertThat(findings(result)).containsExactly("mx01 error unknown-release");
        assertThat(rows(result, "os")).containsExactly("Windows Server 2012 or 2012 R2: candidates");
    }

    private static LintResult nativeText(String text) {
        return lint(NativeFormat.INSTANCE, text);
    }

    private static final String OPEN =
            "servers:\n  mx01:%s\n    os: windows9Server64Guest\n    exchange: Exchange 2019 CU14\n";

    @Test
    void aCommentExcusesWhatIsAFaultWithOneRelease() {
        assertThat(findings(nativeText(OPEN.formatted("")))).containsExactly("mx01" + PLATFORM);
        LintResult excused = nativeText(OPEN.formatted("   # serverlint:ignore unsupported-platform -- it is 2019"));
        assertThat(excused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.status().name()).isEqualTo("SUPPRESSED"));
    }

    @Test
    void onlyThatTheReleaseIsNamedChangesNothingForIt() {
        List<SourceFile> open = List.of(new SourceFile("a.yaml", OPEN.formatted("")));
        for (String named : List.of("Windows Server 2019", "Windows Server 2022")) {
            List<SourceFile> today =
                    List.of(new SourceFile("a.yaml", OPEN.formatted("").replace("windows9Server64Guest", named)));
            assertThat(findings(new TextLinter(Sample.CATALOG)
                            .lint(open, today, false, RuleSeverities.DEFAULT, Sample.AS_OF)))
                    .as(named)
                    .allMatch(finding -> finding.startsWith("mx01 warning "));
            assertThat(findings(new TextLinter(Sample.CATALOG)
                            .lint(today, open, false, RuleSeverities.DEFAULT, Sample.AS_OF)))
                    .as("back from " + named)
                    .allMatch(finding -> finding.startsWith("mx01 warning "));
        }
    }
}
