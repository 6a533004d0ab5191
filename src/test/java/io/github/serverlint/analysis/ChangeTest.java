package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has changed since a base: each server as one transition, unless a declared migration leads there. */
class ChangeTest {
    private static final String OLD = """
            servers:
              mail01:
                os: Windows 2000 Server SP4
                exchange: Exchange 2000 SP3
            """;
    private static final String NEW_EXCHANGE = """
            servers:
              mail01:
                os: Windows 2000 Server SP4
                exchange: Exchange 2003 SP1
            """;
    private static final String NEW_WINDOWS = """
            servers:
              mail01:
                os: Windows Server 2003 SP1
                exchange: Exchange 2003 SP1
            """;
    private static final String WITH_FEATURE = """
            servers:
              mail01:
                os: Windows Server 2003 SP1
                exchange: Exchange 2003 SP1
                features: [volume-shadow-copy]
            """;
    private static final String MIGRATION = """
            migrations:
              rollout:
                steps:
                  - back-up: mail01
                  - upgrade: mail01
                    to: Exchange Server 2003 SP1
                  - upgrade: mail01
                    to: Windows Server 2003 SP1
                  - enable: volume-shadow-copy
                    on: mail01
            """;
    private static final String TWO = """
            servers:
              mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
              mail02: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
            """;
    private static final String ONE = """
            servers:
              mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
            """;

    private List<SourceFile> filesOfToday = List.of();

    @Test
    void severalStagesAtOnceAreNamedInTheirOrder() {
        assertThat(messages(since(OLD, WITH_FEATURE)))
                .containsExactly(
                        "servers/mail.yaml:3:9 upgrade-out-of-order: The change of \"mail01\" from Exchange 2000"
                                + " Server SP3 on Windows 2000 Server SP4 holds several stages at once; the order is 1. Exchange"
                                + " Server 2003 SP1, 2. Windows Server 2003 SP1, 3. Volume Shadow Copy.");
        assertThat(messages(since(NEW_EXCHANGE, WITH_FEATURE)))
                .containsExactly(
                        "servers/mail.yaml:5:16 upgrade-out-of-order: The change of \"mail01\" from Windows 2000"
                                + " Server SP4 holds several stages at once; the order is 1. Windows Server 2003 SP1, 2. Volume"
                                + " Shadow Copy.");
    }

    @Test
    void whereTheCatalogHasWindowsFirstTheStagesAreTheOtherWayRound() {
        assertThat(messages(since(
                        "servers:\n  mail01: {os: Windows NT 4.0 SP6a, exchange: Exchange 5.5 SP4}\n",
                        "servers:\n  mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}\n")))
                .containsExactly("servers/mail.yaml:2:44 upgrade-out-of-order: The change of \"mail01\" from Exchange"
                        + " Server 5.5 SP4 on Windows NT Server 4.0 SP6a holds several stages at once; the order is 1."
                        + " Windows 2000 Server SP4, 2. Exchange 2000 Server SP3.");
    }

    @Test
    void aStageBeforeItsTimeIsNotSaidToHoldWhatItDoesNotHold() {
        LintResult windows = since(
                OLD,
                NEW_WINDOWS.replace(
                        "2003 SP1\n    exchange: Exchange 2003 SP1", "2003 SP1\n    exchange: Exchange 2000 SP3"));

        assertThat(messages(windows))
                .contains("servers/mail.yaml:3:9 upgrade-out-of-order: \"mail01\" goes from Windows 2000 Server SP4 to"
                        + " Windows Server 2003 SP1 under Exchange 2000 Server SP3 too early; the order is 1. Exchange"
                        + " Server 2003, 2. Windows Server 2003 SP1.");
        assertThat(found(windows))
                .containsExactly(
                        "servers/mail.yaml:3:9 upgrade-out-of-order", "servers/mail.yaml:4:15 unsupported-platform");
        assertThat(messages(since(OLD.replace("SP3", "SP2"), NEW_EXCHANGE)))
                .containsExactly(
                        "servers/mail.yaml:4:15 upgrade-out-of-order: \"mail01\" goes from Exchange 2000 Server SP2"
                                + " to Exchange Server 2003 SP1 too early; the order is 1. Exchange 2000 Server SP3, 2. Exchange"
                                + " Server 2003 SP1.");
    }

    @Test
    void eachStageByItselfPasses() {
        for (List<String> pair : List.of(
                List.of(OLD, NEW_EXCHANGE), List.of(NEW_EXCHANGE, NEW_WINDOWS), List.of(NEW_WINDOWS, WITH_FEATURE))) {
            LintResult result = since(pair.get(0), pair.get(1));
            assertThat(result.findings()).isEmpty();
            assertThat(result.undecided()).isEmpty();
            assertThat(comparison(result).changed()).isEqualTo(1);
        }
    }

    @Test
    void aChangeThatAMigrationLeadsToIsJudgedByIt() {
        assertThat(messages(since(OLD, WITH_FEATURE + MIGRATION))).isEmpty();
        assertThat(messages(since(OLD, WITH_FEATURE + MIGRATION.replace("      - back-up: mail01\n", ""))))
                .containsExactly(
                        "servers/mail.yaml:9:9 upgrade-without-backup: \"mail01\" goes from Exchange 2000 Server"
                                + " SP3 to Exchange Server 2003 SP1, and no earlier step backs it up.");
    }

    @Test
    void aChangeThatTheFirstStepsLeadToIsJudgedByThemAndTheRestFromToday() {
        assertThat(messages(since(OLD, NEW_WINDOWS + MIGRATION))).isEmpty();
        assertThat(messages(since(OLD, NEW_EXCHANGE + MIGRATION))).isEmpty();

        String wrongRest = """
                servers:
                  mail01:
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2003 SP1
                  mail02:
                    os: Windows 2000 Server SP4
                    exchange: Exchange 2000 SP3
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - back-up: mail02
                      - upgrade: mail01
                        to: Exchange Server 2003 SP1
                      - upgrade: mail01
                        to: Windows Server 2003 SP1
                      - upgrade: mail02
                        to: Windows Server 2003 SP1
                """;
        LintResult result =
                since(OLD + "  mail02:\n    os: Windows 2000 Server SP4\n    exchange: Exchange 2000 SP3\n", wrongRest);

        assertThat(found(result)).containsExactly("servers/mail.yaml:17:9 upgrade-out-of-order");
        requirePlacesOfToday(result);
    }

    @Test
    void theStepsOfACoveredChangeAreJudgedInTheirOrder() {
        String base = OLD.replace("SP3\n", "SP3\n    components: [chat]\n");
        LintResult result = since(base, NEW_WINDOWS + """
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01
                                to: Windows Server 2003 SP1
                              - upgrade: mail01
                                to: Exchange Server 2003 SP1
                              - remove: chat
                                from: mail01
                        """);

        assertThat(found(result))
                .containsExactly(
                        "servers/mail.yaml:9:9 upgrade-out-of-order", "servers/mail.yaml:11:9 blocking-component");
        requirePlacesOfToday(result);
    }

    @Test
    void aMissingBackupIsToldOnceThoughTheMigrationIsHalfMade() {
        assertThat(found(since(OLD, NEW_EXCHANGE + MIGRATION.replace("      - back-up: mail01\n", ""))))
                .containsExactly("servers/mail.yaml:8:9 upgrade-without-backup");
    }

    @Test
    void preparationsAreAFirstPartToo() {
        String base = "forests: {corp.example.com: {functional-level: Windows 2000, prepared: []}}\n" + OLD;
        String today = base.replace("[]", "[exchange-2003-forestprep]") + """
                migrations:
                  rollout:
                    steps:
                      - prepare: corp.example.com
                        with: exchange-2003-forestprep
                      - prepare: corp.example.com
                        with: exchange-2003-domainprep
                      - back-up: mail01
                      - upgrade: mail01
                        to: Exchange Server 2003 SP1
                """;

        assertThat(found(since(base, today))).isEmpty();
        assertThat(found(since(base, today.replace("prep]", "prep, inetorgperson-fix]"))))
                .as("what no step prepares does no harm")
                .isEmpty();
    }

    @Test
    void aMigrationThatDoesNotLeadThereCoversNothing() {
        LintResult result =
                since(OLD, NEW_WINDOWS + MIGRATION.replace("Exchange Server 2003 SP1", "Exchange 2003 SP2"));

        assertThat(found(result))
                .containsExactly(
                        "servers/mail.yaml:3:9 upgrade-out-of-order", "servers/mail.yaml:11:9 step-without-effect");
        assertThat(found(since(OLD + MIGRATION, NEW_WINDOWS)))
                .as("a migration that only the base has")
                .containsExactly("servers/mail.yaml:3:9 upgrade-out-of-order");
    }

    @Test
    void aMigrationCoversItsOwnServersAlone() {
        String base = OLD + "  mail02:\n    os: Windows 2000 Server SP4\n    exchange: Exchange 2000 SP3\n";
        String today = NEW_WINDOWS + "  mail02:\n    os: Windows Server 2003 SP1\n    exchange: Exchange 2003 SP1\n";

        assertThat(messages(since(base, today + MIGRATION)))
                .singleElement()
                .asString()
                .startsWith(
                        "servers/mail.yaml:6:9 upgrade-out-of-order: The change of \"mail02\" from Exchange 2000 Server");
    }

    @Test
    void aForestThatIsNamedLikeAServerCoversNoServer() {
        String forests = "forests: {mail01: {prepared: [exchange-2003-domainprep%s]}}\n";
        String prepared = """
                migrations:
                  prepared:
                    steps:
                      - prepare: mail01
                        with: exchange-2003-forestprep
                """;

        assertThat(found(since(
                        forests.formatted("") + OLD,
                        forests.formatted(", exchange-2003-forestprep") + NEW_WINDOWS + prepared)))
                .containsExactly("servers/mail.yaml:4:9 upgrade-out-of-order");
    }

    @Test
    void aComponentThatIsRemovedByTheSameChangeStoodInTheWay() {
        LintResult result = since(OLD.replace("SP3\n", "SP3\n    components: [chat]\n"), NEW_EXCHANGE);

        assertThat(messages(result))
                .containsExactly(
                        "servers/mail.yaml:4:15 blocking-component: \"mail01\" goes from Exchange 2000 Server SP3 to"
                                + " Exchange Server 2003 SP1 where Chat stood.");
        requirePlacesOfToday(result);
    }

    @Test
    void aNewServerIsJudgedAsItStands() {
        LintResult result = since(
                ONE,
                ONE + "  mail02: {os: Windows Server 2003, exchange: Exchange 2003, features: [volume-shadow-copy]}\n");

        assertThat(found(result)).isEmpty();
        assertThat(comparison(result).changed()).isZero();
        assertThat(comparison(result).servers()).isEqualTo(1);
    }

    @Test
    void aServerThatIsGoneIsMissed() {
        assertThat(messages(since(TWO, ONE)))
                .containsExactly("servers/mail.yaml:1:1 vanished-server: \"mail02\", which the base defines,"
                        + " is defined nowhere any more.");
        assertThat(found(since(
                        TWO,
                        ONE.replace(
                                "servers:\n",
                                "servers:\n  MAIL02: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}\n"))))
                .as("case makes no difference")
                .isEmpty();
    }

    @Test
    void aServerWhoseFileIsGoneIsMissedInTheFirstThatIsLeft() {
        LintResult result = since(
                List.of(file("servers/a.yaml", ONE), file("servers/b.yaml", ONE.replace("mail01", "mail02"))),
                List.of(file("servers/a.yaml", ONE)),
                false);

        assertThat(messages(result))
                .containsExactly("servers/a.yaml:1:1 vanished-server: \"mail02\", which the base defines,"
                        + " is defined nowhere any more.");
        assertThat(result.findings().get(0).related())
                .as("whose path the reports of a reactor show from its root")
                .extracting(place -> place.span() + " " + place.note())
                .containsExactly("servers/b.yaml:2:3 the base defines it here");
        assertThat(comparison(result).changed()).isEqualTo(1);
    }

    @Test
    void aServerThatAStepDecommissionsIsNotMissed() {
        LintResult result = since(TWO, ONE + """
                        migrations:
                          one-server-less:
                            steps:
                              - move-mailboxes: mail02
                                to: mail01
                              - decommission: mail02
                        """);

        assertThat(found(result)).isEmpty();
        assertThat(comparison(result).changed()).isEqualTo(1);
    }

    @Test
    void aServerWithAnotherNameIsAnotherServer() {
        assertThat(messages(since(ONE, ONE.replace("mail01", "mail09"))))
                .containsExactly("servers/mail.yaml:1:1 vanished-server: \"mail01\", which the base defines,"
                        + " is defined nowhere any more.");
    }

    @Test
    void whatCannotBeReadIsNotSaidToBeGone() {
        assertThat(found(since(TWO, TWO.replace("  mail02", "\tmail02"))))
                .containsExactly("servers/mail.yaml:3:1 yaml-syntax");
        LintResult moved = since(
                List.of(file("servers/a.yaml", ONE)),
                List.of(file("servers/b.yaml", ONE.replace("  mail01", "\tmail01"))),
                false);
        assertThat(found(moved)).containsExactly("servers/b.yaml:2:1 yaml-syntax");
    }

    @Test
    void whatCouldNotBeReadBeforeHidesNoServerThatIsGone() {
        SourceFile unread = file("servers/b.yaml", "servers:\n\tmail03:\n");
        LintResult result = since(
                List.of(file("servers/a.yaml", ONE), unread), List.of(file("servers/b.yaml", unread.text())), true);

        assertThat(statuses(result))
                .containsExactly(
                        "servers/b.yaml:1:1 unreadable-base open",
                        "servers/b.yaml:1:1 vanished-server open",
                        "servers/b.yaml:2:1 yaml-syntax known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Windows Server 2003 SP2|Exchange 2003 SP2|Windows Server 2003 SP2|Exchange 2003 SP1|4:15|from Exchange Server 2003 SP2 to Exchange Server 2003 SP1.",
                "Windows 2000 Server SP4|Exchange 2003 SP2|Windows 2000 Server SP4|Exchange 2000 SP3|4:15|from Exchange Server 2003 SP2 to Exchange 2000 Server SP3.",
                "Windows Server 2003 SP2|Exchange 2003 SP2|Windows 2000 Server SP4|Exchange 2003 SP2|3:9|from Windows Server 2003 SP2 to Windows 2000 Server SP4.",
                "Windows Server 2003 SP2|Exchange 2003 SP2|Windows Server 2003 SP1|Exchange 2003 SP2|3:9|from Windows Server 2003 SP2 to Windows Server 2003 SP1.",
            })
    void nothingLeadsBack(String os, String exchange, String osToday, String exchangeToday, String place, String how) {
        String server = "servers:\n  mail01:\n    os: %s\n    exchange: %s\n";

        assertThat(messages(since(server.formatted(os, exchange), server.formatted(osToday, exchangeToday))))
                .containsExactly("servers/mail.yaml:" + place + " downgrade: \"mail01\" goes back " + how);
    }

    @Test
    void noForestGoesBackToALowerLevel() {
        String base = "forests:\n  corp.example.com:\n    functional-level: Windows Server 2003\n" + ONE;
        String today = base.replace("level: Windows Server 2003", "level: Windows Server 2003 interim");

        assertThat(messages(since(base, today)))
                .containsExactly("servers/mail.yaml:3:23 downgrade: The forest \"corp.example.com\" goes back from the"
                        + " functional level Windows Server 2003 to Windows Server 2003 interim.");
        assertThat(
                        found(
                                since(
                                        base,
                                        today
                                                + "migrations: {back: {steps: [{raise: corp.example.com, to: Windows Server 2003 interim}]}}\n")))
                .as("told by the migration that does it")
                .containsExactly("servers/mail.yaml:6:30 downgrade");
        assertThat(found(since(today, base))).isEmpty();
    }

    @Test
    void commentsAndOrderAndFilesAreNoChange() {
        String other = """
                # Two servers.

                x-windows: &windows {release: Windows Server 2003, service-pack: SP1}
                defaults:
                  exchange: "6.5.7226"
                servers:

                  mail02:   # the second
                    os: *windows
                  MAIL01:
                    os: W2K3 SP1
                """;
        LintResult result = since(TWO, other);
        assertThat(found(result)).isEmpty();
        assertThat(comparison(result).changed()).isZero();

        LintResult moved = since(
                List.of(file("servers/mail.yaml", TWO)),
                List.of(
                        file("servers/berlin/mail.yml", ONE),
                        file("servers/mail.yaml", ONE.replace("mail01", "mail02"))),
                false);
        assertThat(found(moved)).isEmpty();
        assertThat(comparison(moved).changed()).isZero();
    }

    @Test
    void aServerThatMovesAndChangesIsComparedWithItself() {
        LintResult result = since(
                List.of(file("servers/mail.yaml", OLD)),
                List.of(file("servers/berlin.yaml", "# Moved.\n" + NEW_WINDOWS)),
                false);

        assertThat(found(result)).containsExactly("servers/berlin.yaml:4:9 upgrade-out-of-order");
        requirePlacesOfToday(result);
    }

    @Test
    void aLevelThatTheBaseDoesNotSayIsNotJudged() {
        LintResult result = since(OLD.replace(" SP3", ""), NEW_EXCHANGE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.undecided())
                .extracting(open -> open.span() + " " + open.missing())
                .containsExactly("servers/mail.yaml:4:15 the level of Exchange 2000 Server in the base");
    }

    @Test
    void violationsThatTheBaseHadAreKnown() {
        String faulty = """
                servers:
                  mail01:
                    os: Windows 2000 Server SP4
                    exchange: Exchange 2003 SP1
                    features: [volume-shadow-copy]
                """;
        LintResult all = since(faulty, faulty);
        assertThat(all.violations(Severity.ERROR)).hasSize(1);

        LintResult moved = since(
                List.of(file("servers/mail.yaml", faulty)),
                List.of(file("servers/berlin.yaml", "# Moved.\n\n" + faulty)),
                true);
        assertThat(statuses(moved)).containsExactly("servers/berlin.yaml:7:16 feature-needs-newer-windows known");
        assertThat(moved.violations(Severity.NOTE)).isEmpty();
        assertThat(moved.count(Severity.ERROR)).isZero();
        assertThat(moved.count(Finding.Status.KNOWN)).isEqualTo(1);
    }

    @Test
    void whatTheBaseExcusedIsNotKnown() {
        String faulty = """
                servers:
                  mail01:
                    os: Windows 2000 Server SP4
                    exchange: Exchange 2003 SP1
                    features: [volume-shadow-copy]
                """;
        String excused = faulty.replace(
                "copy]", "copy] # serverlint:ignore feature-needs-newer-windows -- until it is upgraded");

        assertThat(statuses(since(excused, faulty, true)))
                .containsExactly("servers/mail.yaml:5:16 feature-needs-newer-windows open");
        assertThat(statuses(since(excused, excused, true)))
                .containsExactly("servers/mail.yaml:5:16 feature-needs-newer-windows suppressed");
        assertThat(statuses(since(faulty, excused, true)))
                .containsExactly("servers/mail.yaml:5:16 feature-needs-newer-windows suppressed");
    }

    @Test
    void aChangeIsExcusedWhereItIsReported() {
        String comment = "# serverlint:ignore upgrade-out-of-order -- both in one night, as rehearsed\n";
        String both = WITH_FEATURE.replace("2003 SP1\n    exchange", "2003 SP1 " + comment + "    exchange");

        assertThat(statuses(since(OLD, both))).containsExactly("servers/mail.yaml:3:9 upgrade-out-of-order suppressed");
        assertThat(statuses(since(both, both)))
                .as("nothing has changed, so nobody can know whether it is used")
                .isEmpty();
    }

    @Test
    void aSecondViolationOfTheSameKindIsNew() {
        String faulty = """
                servers:
                  mail01:
                    os: Windows 2000 Server SP4
                    exchange: Exchange 2003 SP1
                    features: [volume-shadow-copy]
                """;
        LintResult another = since(faulty, faulty.replace("copy]", "copy, ipsec-clustering]"), true);
        assertThat(statuses(another))
                .containsExactly(
                        "servers/mail.yaml:5:16 feature-needs-newer-windows known",
                        "servers/mail.yaml:5:36 feature-needs-newer-windows open");
        assertThat(found(another.violations(Severity.ERROR)))
                .containsExactly("servers/mail.yaml:5:36 feature-needs-newer-windows");

        LintResult elsewhere = since(faulty, faulty + faulty.substring(9).replace("mail01", "mail02"), true);
        assertThat(statuses(elsewhere))
                .containsExactly(
                        "servers/mail.yaml:5:16 feature-needs-newer-windows known",
                        "servers/mail.yaml:9:16 feature-needs-newer-windows open");
    }

    @Test
    void anotherValueIsANewViolation() {
        String faulty = "servers:\n  mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP2}\n";
        LintResult result = since(faulty, faulty.replace("SP2", "SP3"), true);

        assertThat(statuses(result)).containsExactly("servers/mail.yaml:2:51 unsupported-platform open");
        assertThat(found(result.violations(Severity.ERROR)))
                .containsExactly("servers/mail.yaml:2:51 unsupported-platform");
    }

    @Test
    void whatIsWrongWithTheChangeIsAlwaysNew() {
        assertThat(statuses(since(OLD, NEW_WINDOWS, true)))
                .containsExactly("servers/mail.yaml:3:9 upgrade-out-of-order open");
        assertThat(statuses(since(TWO, ONE, true))).containsExactly("servers/mail.yaml:1:1 vanished-server open");
    }

    @Test
    void aViolationOfAMigrationThatTheBaseDeclaredIsKnown() {
        String wrong = OLD + MIGRATION.replace("Exchange Server 2003 SP1", "Windows Server 2003");

        assertThat(statuses(since(wrong, "# One more line.\n" + wrong, true)))
                .containsExactlyElementsOf(statuses(since(wrong, "# One more line.\n" + wrong)).stream()
                        .map(line -> line.replace(" open", " known"))
                        .toList())
                .contains("servers/mail.yaml:10:9 upgrade-out-of-order known");
    }

    @Test
    void whatCouldNotBeReadIsKnownInAnUnchangedFileOnly() {
        String unread = ONE + "  mail02: {os: Windows Server 2033}\n";

        assertThat(statuses(since(unread, unread, true)))
                .containsExactly("servers/mail.yaml:3:16 unknown-release known");
        assertThat(statuses(
                        since(List.of(file("servers/a.yaml", unread)), List.of(file("servers/b.yaml", unread)), true)))
                .as("under another name")
                .containsExactly("servers/b.yaml:3:16 unknown-release known");
        assertThat(statuses(since(unread, unread + "# One more line.\n", true)))
                .containsExactly("servers/mail.yaml:3:16 unknown-release open");
    }

    @Test
    void whatCannotBeReadInTheBaseIsReported() {
        LintResult result = since(
                List.of(
                        file("servers/a.yaml", "servers:\n\tmail01:\n"),
                        file("servers/b.yaml", ONE.replace("mail01", "mail02"))),
                List.of(file("servers/a.yaml", ONE), file("servers/b.yaml", ONE.replace("mail01", "mail02"))),
                false);

        assertThat(found(result)).containsExactly("servers/a.yaml:1:1 unreadable-base");
        assertThat(comparison(result).unreadable()).containsExactly("servers/a.yaml:2:1");
        assertThat(comparison(result).servers()).isEqualTo(1);
    }

    @Test
    void aBaseWithoutDefinitionsHasNothingToCompare() {
        LintResult result = since(List.of(), List.of(file("servers/mail.yaml", NEW_WINDOWS)), true);

        assertThat(found(result)).isEmpty();
        assertThat(comparison(result).servers()).isZero();
        assertThat(comparison(result).unreadable()).isEmpty();
    }

    @Test
    void noPlaceIsOneOfTheBase() {
        String base =
                "# The base.\n\nforests:\n  corp.example.com: {functional-level: Windows 2000, domain-mode: native}\n"
                        + OLD.replace("SP3\n", "SP3\n    components: [chat]\n")
                        + "  adc01: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3}\n"
                        + "  dc01: {os: Windows 2000 Server SP4, roles: [domain-controller]}\n"
                        + "  fe01: {os: Windows 2000 Server SP4, exchange: Exchange 2000, roles: [front-end]}\n"
                        + "  be01: {os: Windows 2000 Server SP4, exchange: Exchange 2000, roles: [back-end]}\n"
                        + "  gone: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}\n";
        String today = """
                forests:
                  corp.example.com: {functional-level: Windows Server 2003, domain-mode: native}
                servers:
                  mail01:
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2003 SP1
                  adc01: {os: Windows 2000 Server SP4, ad-connector: Exchange 2003}
                  dc01: {os: Windows Server 2003 SP1, roles: [domain-controller]}
                  fe01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1, roles: [front-end]}
                  be01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1, roles: [back-end]}
                migrations:
                  rollout:
                    steps:
                      - upgrade: mail01
                        to: Windows Server 2003 SP1
                      - upgrade: be01
                        to: Exchange 2003 SP1
                      - upgrade: fe01
                        to: Exchange 2003 SP1
                      - upgrade: dc01
                        to: Windows Server 2003 SP1
                      - raise: corp.example.com
                        to: Windows Server 2003
                      - upgrade: mail01
                        to: Exchange 2003 SP1
                      - remove: chat
                        from: mail01
                      - upgrade: adc01
                        to: Exchange 2003 Active Directory Connector
                """;
        LintResult result = since(base, today);

        assertThat(found(result))
                .containsExactly(
                        "servers/mail.yaml:1:1 vanished-server",
                        "servers/mail.yaml:14:9 upgrade-out-of-order",
                        "servers/mail.yaml:14:9 upgrade-without-backup",
                        "servers/mail.yaml:16:9 upgrade-out-of-order",
                        "servers/mail.yaml:16:9 upgrade-without-backup",
                        "servers/mail.yaml:18:9 upgrade-without-backup",
                        "servers/mail.yaml:20:9 forest-not-prepared",
                        "servers/mail.yaml:20:9 incompatible-ad-connector",
                        "servers/mail.yaml:20:9 upgrade-without-backup",
                        "servers/mail.yaml:22:9 incompatible-ad-connector",
                        "servers/mail.yaml:22:9 unsupported-domain-controller",
                        "servers/mail.yaml:24:9 blocking-component");
        requirePlacesOfToday(result);
        assertThat(result.findings().stream().flatMap(finding -> finding.related().stream()))
                .as("places of today are shown")
                .isNotEmpty();
    }

    private LintResult since(String base, String today) {
        return since(base, today, false);
    }

    private LintResult since(String base, String today, boolean onlyNew) {
        return since(List.of(file("servers/mail.yaml", base)), List.of(file("servers/mail.yaml", today)), onlyNew);
    }

    private LintResult since(List<SourceFile> base, List<SourceFile> today, boolean onlyNew) {
        filesOfToday = today;
        return new TextLinter(Sample.CATALOG).lint(base, today, onlyNew, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text);
    }

    private static LintResult.BaseComparison comparison(LintResult result) {
        return result.comparison().orElseThrow();
    }

    private static List<String> found(LintResult result) {
        return found(result.findings());
    }

    private static List<String> found(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.span() + " " + finding.rule().id())
                .toList();
    }

    private static List<String> messages(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.span() + " " + finding.rule().id() + ": " + finding.message())
                .toList();
    }

    private static List<String> statuses(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.span() + " " + finding.rule().id() + " "
                        + finding.status().word())
                .toList();
    }

    /**
     * Files are compared by identity, for one of the base may have the same name. What is gone has a place in the base
     * alone.
     */
    private void requirePlacesOfToday(LintResult result) {
        List<Span> places = new ArrayList<>();
        result.findings().forEach(finding -> {
            places.add(finding.span());
            if (!finding.rule().id().equals("vanished-server")) {
                finding.related().forEach(related -> places.add(related.span()));
            }
        });
        result.undecided().forEach(open -> places.add(open.span()));
        assertThat(places)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(filesOfToday).as("%s", place).anyMatch(file -> file == place.file()));
    }
}
