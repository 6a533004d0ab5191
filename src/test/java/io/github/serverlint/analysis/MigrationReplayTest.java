package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was wrong before a step is not reported again at the step, even with another message. */
class MigrationReplayTest {
    private static final String TOO_YOUNG = """
            servers:
              mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
              dc01: {os: Windows Server 2012 R2, roles: [domain-controller]}
            """;

    /** The messages that stand at the one step of a migration. */
    private static List<String> atTheStep(String estate, String step) {
        String text = estate + "migrations:\n  way:\n    steps:\n      - " + step + "\n";
        long line = text.lines().count();
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF).findings().stream()
                        .filter(finding -> finding.span().line() == line)
                        .map(finding -> finding.rule().id() + ": " + finding.message())
                        .toList();
    }

    @Test
    void aLevelThatRisesAndIsStillTooLowWasTooLowBefore() {
        String tooLow = "servers:\n  mail01: {os: Windows 2000 Server RTM, exchange: Exchange 2003 SP1}\n";
        assertThat(atTheStep(tooLow, "{upgrade: mail01, to: Windows 2000 Server SP2}"))
                .singleElement()
                .asString()
                .startsWith("upgrade-without-backup: ");
    }

    @Test
    void ofTwoFaultsAtOnePlaceTheNewOneIsNamed() {
        assertThat(atTheStep(TOO_YOUNG, "{add: dc02, as: {os: Windows Server 2012, roles: [domain-controller]}}"))
                .containsExactly(
                        "unsupported-domain-controller: After this step \"mail01\" runs Exchange Server 2003 SP1"
                                + " beside the domain controller \"dc02\" on Windows Server 2012, which it does not support.");
    }

    @Test
    void theSameFaultOfAnotherServerIsNew() {
        assertThat(atTheStep(
                        TOO_YOUNG, "{add: mail02, as: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}}"))
                .containsExactly(
                        "unsupported-domain-controller: After this step \"mail02\" runs Exchange Server 2003 SP1"
                                + " beside the domain controller \"dc01\" on Windows Server 2012 R2, which it does not support.");
    }

    @Test
    void anotherFaultOfTheSameServerIsNew() {
        assertThat(atTheStep(TOO_YOUNG, "{enable: ipv6, on: mail01}"))
                .hasSize(2)
                .allMatch(message -> message.startsWith("feature-needs-newer-"));
    }

    @Test
    void whatIsSaidOfOneServerForAllOfAForestMayBeSaidOfTheNext() {
        String unprepared = """
                forests: {corp.example.com: {prepared: []}}
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                  mail02: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                  dc01: {os: Windows Server 2003 SP1, roles: [domain-controller]}
                """;
        assertThat(atTheStep(unprepared, "{decommission: mail01}")).isEmpty();
        // Here the only fault is that the pair is not listed.
        String unlisted = """
                servers:
                  mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
                  mail02: {os: Windows Server 2019, exchange: Exchange 2019}
                  mail03: {os: Windows Server 2019, exchange: Exchange 2019}
                """;
        assertThat(atTheStep(unlisted, "{decommission: mail02}")).isEmpty();
    }
}
