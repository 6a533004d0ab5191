package io.github.serverlint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings about comments that cover nothing. */
class SuppressionChecksTest {
    private static final String COMMENT = "# serverlint:ignore unsupported-platform -- lab machine";
    private static final String USELESS =
            "The suppression comment in \"lab01\" covers no finding of unsupported-platform. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serverlint: ignore unsupported-platform -- lab|serverlint: ignore",
                "serverlint:ignroe unsupported-platform -- lab|serverlint:ignroe",
                "serverlint:disable unsupported-platform|serverlint:disable",
                "Serverlint:Ignore unsupported-platform -- lab|Serverlint:Ignore",
                "serverlint:ignore:unsupported-platform -- lab|serverlint:ignore:unsupported-platform",
                "serverlint-ignore unsupported-platform -- lab|serverlint-ignore",
                "SERVERLINT IGNORE unsupported-platform -- lab|SERVERLINT IGNORE",
            })
    void aNearMissIsToldHowToWriteIt(String comment, String opening) {
        Linted linted = Linted.of("servers:\n  lab01: {os: W2K3, exchange: Exchange 2000}  # " + comment + "\n");

        assertThat(linted.statuses()).containsExactly("2:31 unsupported-platform open", "2:47 unused-suppression open");
        assertThat(linted.complaints())
                .containsExactly("2:47 The suppression comment in \"lab01\" begins with \"" + opening
                        + "\", which suppresses nothing. Write # serverlint:ignore rule-id -- reason, or remove the"
                        + " comment.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serverlint:ignore|47|names no rule. Write # serverlint:ignore rule-id -- reason, or remove the comment.",
                "serverlint:ignore -- lab|47|names no rule. Write # serverlint:ignore rule-id -- reason, or remove the comment.",
                "serverlint:ignore unsuported-platform -- lab|67|names \"unsuported-platform\", and there is no such rule. Did you mean \"unsupported-platform\"?",
                "serverlint:ignore duplicate-key -- lab|67|names duplicate-key, which no comment suppresses. Mend what the rule finds, and do not name it.",
                "serverlint:ignore unused-suppression -- lab|67|names unused-suppression, which no comment suppresses. Mend what the rule finds, and do not name it.",
                "serverlint:ignore unsupported-platform until=2026-02-30 -- lab|88|does not say until when it counts: \"until=2026-02-30\" names no day. Write until=YYYY-MM-DD, year, month and day.",
                "serverlint:ignore unsupported-platform until= 2026-12-31 -- lab|88|does not say until when it counts: \"until=\" names no day. Write until=YYYY-MM-DD, year, month and day.",
                "serverlint:ignore unsupported-platform until 2026-12-31 -- lab|88|has \"until\" between its rules and the reason. Write until=YYYY-MM-DD, without blanks.",
                "serverlint:ignore unsupported-platform downgrade -- lab|88|has \"downgrade\" between its rules and the reason. Write a comma between two rules, and the reason behind --.",
                "serverlint:ignore unsupported-platform until=2026-12-30 until=2026-12-31 -- lab|105|says twice until when it counts. Keep one of the two days.",
                "serverlint:ignore unsupported-platform|47|gives no reason, so it covers nothing. Write the reason behind it, after two hyphens and a blank: -- reason.",
                "serverlint:ignore unsupported-platform lab machine|47|gives no reason, so it covers nothing. Write the reason behind it, after two hyphens and a blank: -- reason.",
                "serverlint:ignore unsupported-platform -- --|47|gives no reason, so it covers nothing. Write the reason behind it, after two hyphens and a blank: -- reason.",
            })
    void whatCannotBeUnderstoodCoversNothing(String comment, int column, String said) {
        Linted linted = Linted.of("servers:\n  lab01: {os: W2K3, exchange: Exchange 2000}  # " + comment + "\n");

        assertThat(linted.statuses()).hasSize(2).first().isEqualTo("2:31 unsupported-platform open");
        assertThat(linted.complaints())
                .containsExactly("2:" + column + " The suppression comment in \"lab01\" " + said);
    }

    @Test
    void whatIsWrongWithOneRuleLeavesTheOthers() {
        Linted linted = Linted.of("""
                servers:
                  lab01:   # serverlint:ignore downgrade, unsupported-platform, no-such-rule, unsupported-platform, unsupported-edition -- lab
                    os: W2K3
                    exchange: Exchange 2000
                """);

        assertThat(linted.statuses())
                .containsExactly(
                        "2:65 unused-suppression open",
                        "2:79 unused-suppression open",
                        "2:101 unused-suppression open",
                        "4:15 unsupported-platform suppressed");
        assertThat(linted.complaints().get(1))
                .isEqualTo(
                        "2:79 The suppression comment in \"lab01\" names unsupported-platform twice. Keep one of the two.");
        assertThat(linted.complaints().get(2))
                .isEqualTo(
                        "2:101 The suppression comment in \"lab01\" covers no finding of unsupported-edition. Nothing of"
                                + " that rule is found there; remove its id from the comment.");
    }

    @Test
    void aDayThatIsPastIsNoFaultWhereTheRuleIsOff() {
        String text = "servers:\n  lab01: {os: W2K3, exchange: Exchange 2000} # serverlint:ignore unsupported-platform"
                + " until=2020-01-01 -- x\n";
        assertThat(Linted.of(text).statuses()).hasSize(2);
        assertThat(Linted.with(List.of("unsupported-platform=off"), text).statuses())
                .isEmpty();
    }

    @Test
    void theLastDayStillCountsAndTheNextDoesNot() {
        String text = """
                servers:
                  lab01:   # serverlint:ignore unsupported-platform, downgrade until=%s -- lab
                    os: W2K3
                    exchange: Exchange 2000
                """;
        assertThat(Linted.of(text.formatted("2026-11-22")).statuses())
                .containsExactly("4:15 unsupported-platform suppressed");

        Linted expired = Linted.of(text.formatted("2026-11-21"));
        assertThat(expired.statuses())
                .containsExactly("2:12 expired-suppression open", "4:15 unsupported-platform open");
        assertThat(expired.complaints())
                .containsExactly(
                        "2:12 The suppression comment in \"lab01\" has expired: 2026-11-21 was its last day. Mend"
                                + " what it covered, or give it a new day and a new reason.");
        Finding finding = expired.findings().get(0);
        assertThat(finding.related())
                .extracting(related -> related.span() + " " + related.note())
                .containsExactly("a.yaml:4:15 it would cover unsupported-platform here");
        assertThat(finding.server()).contains("lab01");
        assertThat(finding.keyPath()).isEqualTo("servers.lab01");
        assertThat(finding.value()).isEqualTo("unsupported-platform, downgrade");

        assertThat(Linted.of(
                                "servers:\n  lab01: {os: W2K3} # serverlint:ignore unsupported-platform until=2020-01-01 -- x\n")
                        .complaints())
                .singleElement()
                .asString()
                .endsWith("Remove it: nothing that it names is left there.");
    }

    @Test
    void whatCoversNothingIsToldWhereItWould() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3     %1$s
                            exchange: Exchange 2000
                            features: [ipv6]
                        """.formatted(COMMENT)).complaints())
                .containsExactly("3:18 " + USELESS
                        + "The finding is at a.yaml:4:15; put the comment at the end of that line, or alone above it.");
        assertThat(Linted.of("""
                        servers:
                          %1$s

                          lab01:
                            os: W2K3
                            exchange: Exchange 2000   # the old one
                        """.formatted(COMMENT)).complaints())
                .as("above a blank line")
                .containsExactly(
                        "2:3 The suppression comment covers no finding of unsupported-platform. The finding is at"
                                + " a.yaml:6:15; put the comment alone above that line.");
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3
                            exchange: Exchange 2000
                            %1$s
                          lab02: {os: W2K3}
                        """.formatted(COMMENT)).complaints())
                .as("below the value instead of above it")
                .containsExactly("5:5 " + USELESS.replace("lab01", "lab02")
                        + "The finding is at a.yaml:4:15; put the comment at the end of that line, or alone above it.");
        assertThat(Linted.of("servers:\n  lab01: {os: W2K3}   " + COMMENT + "\n")
                        .complaints())
                .containsExactly("2:23 " + USELESS + "Nothing of that rule is found there; remove the comment.");
    }

    @Test
    void theFindingMayBeWhereTheValueIsUsed() {
        assertThat(Linted.of("""
                        defaults:
                          exchange: Exchange 2000     %s
                        servers:
                          lab01: {os: W2K3}
                        """.formatted(COMMENT)).complaints())
                .containsExactly(
                        "2:31 The suppression comment covers no finding of unsupported-platform. The finding is at"
                                + " a.yaml:4:3; put the comment at the end of that line, or alone above it.");
        assertThat(Linted.of("""
                        %s
                        x-old: &old Exchange 2000
                        servers:
                          lab01:
                            os: W2K3
                            exchange: *old
                        """.formatted(COMMENT)).complaints())
                .containsExactly(
                        "1:1 The suppression comment covers no finding of unsupported-platform. The finding is at"
                                + " a.yaml:6:15; put the comment at the end of that line, or alone above it.");
    }

    @Test
    void theAdviceIsRightWhereAValueTakesSeveralLines() {
        String text = """
                servers:
                  lab01:
                    os: W2K3     %s
                    %sexchange: "Exchange
                      2000"
                """;
        assertThat(Linted.of(text.formatted(COMMENT, "")).complaints())
                .containsExactly(
                        "3:18 " + USELESS + "The finding is at a.yaml:4:15; put the comment alone above that line.");
        assertThat(Linted.of(text.formatted("", COMMENT + "\n    ")).statuses())
                .containsExactly("5:15 unsupported-platform suppressed");
    }

    @Test
    void whatAnotherCommentCoversIsNotCoveredTwice() {
        Linted linted = Linted.of("""
                servers:
                  # serverlint:ignore unsupported-platform -- first
                  # serverlint:ignore unsupported-platform -- second
                  lab01:   # serverlint:ignore unsupported-platform -- third
                    os: W2K3
                    exchange: Exchange 2000
                """);
        assertThat(linted.statuses())
                .containsExactly(
                        "3:3 unused-suppression open",
                        "4:12 unused-suppression open",
                        "6:15 unsupported-platform suppressed");
        assertThat(linted.findings().get(2).standing().note()).isEqualTo("first");
        assertThat(linted.complaints().get(0))
                .isEqualTo("3:3 The suppression comment in \"lab01\" covers no finding of unsupported-platform that the"
                        + " comment at a.yaml:2:3 does not cover already. Keep one of the two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade-out-of-order", "vanished-server", "end-of-support"})
    void unusedIsNotReportedWhereNothingWasChecked(String rule) {
        String text = "servers:\n  lab01: {os: W2K3}   # serverlint:ignore " + rule + " -- lab\n";

        assertThat(Linted.of(text).statuses()).isEmpty();
        assertThat(Linted.of(text, "servers:\n  mail01: {os: no such Windows}\n")
                        .statuses())
                .containsExactly("2:16 unknown-release open");
    }

    @Test
    void whatCouldNotBeReadMayHoldWhatACommentIsFor() {
        String text = "servers:\n  lab01: {os: W2K3}   " + COMMENT + "\n";

        assertThat(Linted.of(text).statuses()).containsExactly("2:23 unused-suppression open");
        assertThat(Linted.of(text, "servers: [\n").statuses()).containsExactly("2:1 yaml-syntax open");
        assertThat(Linted.with(List.of("unsupported-platform=off"), text).statuses())
                .isEmpty();
    }

    @Test
    void inAMigrationAChangeIsAlwaysJudged() {
        assertThat(Linted.of("""
                        servers:
                          mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01   # serverlint:ignore upgrade-without-backup -- its disks are mirrored
                              - upgrade: mail01
                                to: Exchange Server 2003 SP1
                        """).complaints())
                .containsExactly(
                        "6:27 The suppression comment covers no finding of upgrade-without-backup. Nothing of that"
                                + " rule is found there; remove the comment.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duplicate-key|What could not be read was not judged.",
                "unused-suppression|An excuse that needs an excuse is none.",
            })
    void whyARuleCannotBeSuppressed(String rule, String reason) {
        assertThat(Linted.of("servers:\n  lab01: {os: W2K3}  # serverlint:ignore " + rule + " -- lab\n")
                        .findings())
                .extracting(Finding::reason)
                .containsExactly(reason);
    }

    @Test
    void aCommentAboutNothingIsInTheServerAroundIt() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3
                            %s

                            notes: spare
                        """.formatted(COMMENT)).complaints())
                .containsExactly("4:5 " + USELESS + "Nothing of that rule is found there; remove the comment.");
    }

    @Test
    void aCommentAboveABlankLineIsSentToWhatStandsBelow() {
        assertThat(Linted.of("""
                        servers:
                          lab01: {os: W2K3, exchange: Exchange 2000}
                          %s

                          lab02: {os: W2K3, exchange: Exchange 2000}
                        """.formatted(COMMENT)).complaints())
                .singleElement()
                .asString()
                .contains("The finding is at a.yaml:5:31;");
    }

    @ParameterizedTest
    @CsvSource({"0, a.yaml:4:15", "3, a.yaml:10:31"})
    void ofTwoFindingsTheNearerIsMeant(int linesAbove, String place) {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: Windows 2000 Server SP4
                            exchange: Exchange 2007
                        %s    notes: spare   %s
                            # Two lines below the comment.
                            sharepoint-portal-server: SharePoint Portal Server 2003
                        """.formatted("    # Above the comment.\n".repeat(linesAbove), COMMENT))
                        .complaints())
                .singleElement()
                .asString()
                .contains("The finding is at " + place + ";");
    }

    @Test
    void behindAValueInQuotesThereIsRoomForAComment() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3   %s
                            exchange: "Exchange 2000"
                        """.formatted(COMMENT)).complaints())
                .containsExactly("3:16 " + USELESS
                        + "The finding is at a.yaml:4:15; put the comment at the end of that line, or alone above it.");
    }

    @Test
    void ofManyFindingsThatAreOpenAgainThreeAreNamed() {
        Linted linted = Linted.of("""
                servers:   # serverlint:ignore unsupported-platform until=2020-01-01 -- lab
                  lab01: {os: W2K3, exchange: Exchange 2000}
                  lab02: {os: W2K3, exchange: Exchange 2000}
                  lab03: {os: W2K3, exchange: Exchange 2000}
                  lab04: {os: W2K3, exchange: Exchange 2000}
                """);
        assertThat(linted.findings().get(0).related())
                .extracting(related -> related.span().line())
                .containsExactly(2, 3, 4);
    }

    @Test
    void aServerThatIsGoneIsExcusedAtTheBeginningOfItsFile() {
        String base = "servers:\n  lab01: {os: W2K3}\n  lab02: {os: W2K3}\n";
        String comment = "# serverlint:ignore vanished-server -- never used\n";

        assertThat(since(base, "# Laboratory.\n" + comment + "servers:\n  lab01: {os: W2K3}\n"))
                .containsExactly("1:1 vanished-server suppressed");
        assertThat(since(base, comment + "---\nservers:\n  lab01: {os: W2K3}\n"))
                .containsExactly(
                        "1:1 unused-suppression open The finding is at a.yaml:1:1; put the comment at the end of line 3, or"
                                + " alone above it.",
                        "1:1 vanished-server open");
    }

    @Test
    void theSeverityIsThatOfTheRun() {
        String text = "servers:\n  lab01: {os: W2K3}   " + COMMENT + "\n";

        assertThat(Linted.with(List.of("unused-suppression=note"), text).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
        assertThat(Linted.with(List.of("unused-suppression=off"), text).findings())
                .isEmpty();
    }

    private static List<String> since(String base, String today) {
        return new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(new SourceFile("a.yaml", base)),
                                List.of(new SourceFile("a.yaml", today)),
                                false,
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)
                        .findings()
                        .stream()
                        .map(finding -> finding.span().line() + ":"
                                + finding.span().column() + " "
                                + finding.rule().id() + " " + finding.status().word()
                                + (finding.fix().startsWith("The finding") ? " " + finding.fix() : ""))
                        .toList();
    }
}
