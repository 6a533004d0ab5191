package io.github.serverlint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a comment is one, and what it covers. */
class SuppressionsTest {
    private static final String COMMENT = "# serverlint:ignore unsupported-platform -- lab machine";

    @Test
    void aCommentBehindAValueCoversItAndSaysWhy() {
        Linted linted = Linted.of("""
                servers:
                  lab01:
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2000 SP3   # serverlint:ignore unsupported-platform until=2026-12-31 --  wiped every night
                  lab02:
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2000 SP3
                """);

        assertThat(linted.statuses())
                .containsExactly("4:15 unsupported-platform suppressed", "7:15 unsupported-platform open");
        assertThat(linted.findings().get(0).standing())
                .isEqualTo(new Finding.Standing(Finding.Status.SUPPRESSED, "wiped every night (until 2026-12-31)"));
    }

    @Test
    void onTheNameOfAServerItCoversTheWholeServerAndNoOther() {
        assertThat(Linted.of("""
                        servers:
                          lab01:   %s
                            exchange: Exchange 2000 SP3

                            # About Windows.
                            os: Windows Server 2003 SP1
                          # Another.
                          lab02:
                            exchange: Exchange 2000 SP3
                            os: Windows Server 2003 SP1
                        """.formatted(COMMENT)).statuses())
                .containsExactly("3:15 unsupported-platform suppressed", "9:15 unsupported-platform open");
    }

    @Test
    void onASectionItCoversTheSection() {
        assertThat(Linted.of("""
                        servers:   %s
                          lab01: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3}
                          lab02: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3}
                        """.formatted(COMMENT)).statuses())
                .containsExactly("2:50 unsupported-platform suppressed", "3:50 unsupported-platform suppressed");
    }

    @Test
    void aValueOfOneCharacterBelongsToItsLine() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: Windows Server 2003 Enterprise
                            cluster:
                              nodes: 9   # serverlint:ignore unsupported-cluster -- lab
                        """).statuses()).containsExactly("5:14 unsupported-cluster suppressed");
    }

    @Test
    void aloneOnALineItCoversWhatBeginsOnTheNext() {
        assertThat(Linted.of("""
                        servers:
                          %s
                          # It is set up anew
                        # every night.
                          lab01:
                            os: Windows Server 2003 SP1
                            exchange: Exchange 2000 SP3
                          lab02:
                            os: Windows Server 2003 SP1
                            %s
                            exchange: Exchange 2000 SP3
                        """.formatted(COMMENT, COMMENT)).statuses())
                .containsExactly("7:15 unsupported-platform suppressed", "11:15 unsupported-platform suppressed");
    }

    @Test
    void aBlankLineBelowPartsThem() {
        assertThat(Linted.of("""
                        servers:
                          %s
                          # It is set up anew every night.
                        \s\s
                          lab01:
                            os: Windows Server 2003 SP1
                            exchange: Exchange 2000 SP3
                        """.formatted(COMMENT)).statuses())
                .containsExactly("2:3 unused-suppression open", "7:15 unsupported-platform open");
    }

    @Test
    void aCommentAtTheEndOfAFileOrASectionIsAboutNothing() {
        assertThat(Linted.of("servers:\n  lab01:\n    os: W2K3\n    exchange: Exchange 2000\n    " + COMMENT)
                        .statuses())
                .containsExactly("4:15 unsupported-platform open", "5:5 unused-suppression open");
        assertThat(Linted.of("servers:\n  lab01:\n    os: W2K3\n    exchange: Exchange 2000  " + COMMENT)
                        .statuses())
                .as("without a line break behind it")
                .containsExactly("4:15 unsupported-platform suppressed");
    }

    @Test
    void onlyTheRuleThatItNamesIsCovered() {
        String text = """
                servers:
                  lab01:   # serverlint:ignore %s -- lab machine
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2000 SP3
                    features: [volume-shadow-copy]
                """;

        assertThat(Linted.of(text.formatted("unsupported-platform")).statuses())
                .containsExactly("4:15 unsupported-platform suppressed", "5:16 feature-needs-newer-exchange open");
        assertThat(Linted.of(text.formatted(" unsupported-platform ,feature-needs-newer-exchange"))
                        .statuses())
                .containsExactly(
                        "4:15 unsupported-platform suppressed", "5:16 feature-needs-newer-exchange suppressed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# serverlint:ignore unsupported-platform -- lab",
                "#serverlint:ignore unsupported-platform -- lab",
                "#  \t serverlint:ignore\tunsupported-platform\t--\tlab",
                "# serverlint:ignore   unsupported-platform,  -- lab -- and more",
                "# serverlint:ignore unsupported-platform --lab",
                "# serverlint:ignore until=2026-11-22, unsupported-platform -- lab",
                "# serverlint:ignore unsupported-platform Until=2026-11-22 -- lab",
            })
    void blanksDoNotMatter(String comment) {
        assertThat(Linted.of("servers:\n  lab01:\n    os: W2K3\n    exchange: Exchange 2000\t" + comment + " \t\n")
                        .statuses())
                .containsExactly("4:15 unsupported-platform suppressed");
    }

    @Test
    void aSignInTextBeginsNoComment() {
        assertThat(Linted.of("""
                        servers:
                          "lab # 01":
                            os: W2K3
                            exchange: Exchange 2000
                            notes: "a # serverlint:ignore unsupported-platform -- text
                              # serverlint:ignore unsupported-platform -- text
                              "
                          lab02:
                            notes: a#b # serverlint:ignore unsupported-platform -- no text
                            os: W2K3
                            exchange: 'Exchange 2000'#serverlint:ignore unsupported-platform -- no blank before it
                          lab03:
                            os: W2K3
                            exchange: Exchange 2000
                            notes: |
                              # serverlint:ignore unsupported-platform -- text
                              more # serverlint:ignore unsupported-platform -- text
                          lab04:
                            os: W2K3
                            exchange: Exchange 2000
                            notes: >-  # serverlint:ignore unsupported-platform -- behind the sign of a block
                              # serverlint:ignore unsupported-platform -- text
                        """).statuses())
                .containsExactly(
                        "4:15 unsupported-platform open",
                        "9:16 unused-suppression open",
                        "11:15 unsupported-platform open",
                        "14:15 unsupported-platform open",
                        "20:15 unsupported-platform open",
                        "21:16 unused-suppression open");
    }

    @Test
    void otherWordsBeforeItMakeItAnotherComment() {
        assertThat(Linted.of("""
                        # Read on at serverlint:ignore. serverlint reads this.
                        # serverlint reads this.
                        servers:
                          #  lab00: {os: W2K3}  # serverlint:ignore unsupported-platform -- not in use
                          lab01: {os: W2K3, exchange: Exchange 2000}   # see serverlint:ignore unsupported-platform -- no
                        """).statuses()).containsExactly("5:31 unsupported-platform open");
    }

    @Test
    void ofAFlowMappingOverSeveralLinesItCoversWhatBeginsOnItsLine() {
        String text = """
                servers: {
                  lab01: {os: W2K3, %s
                    exchange: Exchange 2000},
                  lab02: {os: W2K3,
                    exchange: Exchange 2000}, lab03: { %s
                    os: W2K3, exchange: Exchange 2000},
                  lab04: {
                    os: W2K3, %s
                    exchange: Exchange 2000}
                } %s
                """.formatted(COMMENT, COMMENT, COMMENT, COMMENT);

        assertThat(Linted.of(text).statuses())
                .containsExactly(
                        "3:15 unsupported-platform suppressed",
                        "5:15 unsupported-platform suppressed",
                        "6:25 unsupported-platform suppressed",
                        "8:15 unused-suppression open",
                        "9:15 unsupported-platform open",
                        "10:3 unused-suppression open");
    }

    @Test
    void aValueOnALineOfItsOwnIsCoveredThere() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3
                            exchange:
                              Exchange 2000     %s
                          lab02:
                            os: W2K3
                            exchange: &old # serverlint:ignore unsupported-platform -- at the key
                              Exchange 2000
                          lab03:
                            os: W2K3
                            exchange:
                              {release: Exchange 2000}     %s
                        """.formatted(COMMENT, COMMENT)).statuses())
                .containsExactly(
                        "5:7 unsupported-platform suppressed",
                        "9:7 unsupported-platform suppressed",
                        "13:17 unsupported-platform suppressed");
    }

    @Test
    void whatCameThroughAnAliasOrAMergeIsCoveredWhereItIsUsed() {
        assertThat(Linted.of("""
                        x-old: &old Exchange 2000
                        x-pair: &pair {os: W2K3, exchange: Exchange 2000}
                        servers:
                          lab01:
                            os: W2K3
                            exchange: *old   %s
                          lab02:
                            <<: *pair   %s
                          lab03: *pair   %s
                          lab04: {<<: *pair}
                        """.formatted(COMMENT, COMMENT, COMMENT)).statuses())
                .containsExactly(
                        "6:15 unsupported-platform suppressed",
                        "8:9 unsupported-platform suppressed",
                        "9:10 unsupported-platform suppressed",
                        "10:15 unsupported-platform open");
    }

    @Test
    void aStepIsCoveredOnItsFirstLineOrAboveIt() {
        String text = """
                servers:
                  mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}
                  mail02: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}
                migrations:
                  rollout:
                    steps:
                      - upgrade: mail01 %s
                        to: Exchange Server 2003 SP1
                      %s
                      -
                        upgrade: mail02
                        to: Exchange Server 2003 SP1
                """;
        String comment = "# serverlint:ignore upgrade-without-backup -- its disks are mirrored";

        assertThat(Linted.of(text.formatted(comment, "")).statuses())
                .containsExactly("7:9 upgrade-without-backup suppressed", "11:9 upgrade-without-backup open");
        assertThat(Linted.of(text.formatted("", comment)).statuses())
                .containsExactly("7:9 upgrade-without-backup open", "11:9 upgrade-without-backup suppressed");
        assertThat(Linted.of(text.formatted("", "").replace("-\n", "- " + comment + "\n"))
                        .statuses())
                .as("behind a dash alone")
                .containsExactly("7:9 upgrade-without-backup open", "11:9 upgrade-without-backup suppressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void columnsCountCharactersAndAnyLineBreakWillDo(String lineBreak) {
        String text = """
                servers:
                  "lab 📬📬": {os: W2K3, notes: 📬, exchange: Exchange 2000} # serverlint:ignore unsupported-platform -- 📬
                  "lab 📬": {os: W2K3, notes: 📬, exchange: Exchange 2000} # serverlint:ignore 📬unsupported-platform -- 📬
                """.replace("\n", lineBreak);

        assertThat(Linted.of(text).statuses())
                .containsExactly(
                        "2:44 unsupported-platform suppressed",
                        "3:43 unsupported-platform open",
                        "3:78 unused-suppression open");
    }

    @Test
    void aKeyThatStandsTwiceHidesNoComment() {
        assertThat(Linted.of("""
                        servers:
                          lab01:
                            os: W2K3
                            exchange: Exchange 2000   %s
                            exchange: "Exchange 2000 # serverlint:ignore unsupported-platform -- text"
                        """.formatted(COMMENT)).statuses())
                .containsExactly("4:15 unsupported-platform suppressed", "5:5 duplicate-key open");
    }

    @Test
    void whatCouldBeReadOfABrokenFileIsCovered() {
        String text = """
                servers:
                  lab01: {os: W2K3, exchange: Exchange 2000}   %s
                  lab02: {os: W2K3}   %s
                --- %s
                servers:   # serverlint:ignore -- no rule
                  lab03: [   # serverlint:ignore -- who knows
                """.formatted(COMMENT, COMMENT, COMMENT);

        assertThat(Linted.of(text).statuses())
                .containsExactly(
                        "2:31 unsupported-platform suppressed", "5:12 unused-suppression open", "7:1 yaml-syntax open");
    }

    @Test
    void eachDocumentHasItsOwn() {
        assertThat(Linted.of("""
                        --- %s
                        servers:
                          lab01: {os: W2K3, exchange: Exchange 2000}
                        ---
                        %s
                        servers:
                          lab02: {os: W2K3, exchange: Exchange 2000}
                        --- {servers: {lab03: {os: W2K3, exchange: Exchange 2000}}} %s
                        """.formatted(COMMENT, COMMENT, COMMENT)).statuses())
                .containsExactly(
                        "1:5 unused-suppression open",
                        "3:31 unsupported-platform open",
                        "7:31 unsupported-platform suppressed",
                        "8:44 unsupported-platform suppressed");
    }

    @Test
    void theInnermostCommentCovers() {
        Linted linted = Linted.of("""
                servers:
                  lab01:   # serverlint:ignore unsupported-platform -- outer
                    os: W2K3
                    exchange: Exchange 2000   # serverlint:ignore unsupported-platform -- inner
                """);

        assertThat(linted.findings().stream()
                        .map(finding ->
                                finding.status() + " " + finding.standing().note()))
                .containsExactly("OPEN ", "SUPPRESSED inner");
    }
}
