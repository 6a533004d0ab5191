package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Declared migrations: the article's way passes, and each departure from it is found once, at the step that makes it. What
 * is to be found stands on the lines where it is found; every other line is silent.
 */
class MigrationTest {
    /** The estate from which the article's way begins. */
    private static final String ESTATE = """
            forests:
              corp.example.com:
                functional-level: Windows 2000
                domain-mode: native
                prepared: []
            servers:
              mail01:
                os: Windows 2000 Server SP4
                exchange: Exchange 2000 SP3
              adc01:
                os: Windows 2000 Server SP4
                ad-connector: Exchange 2000 SP3
              dc01:
                os: Windows 2000 Server SP4
                roles: [domain-controller, global-catalog]
            """;

    private static final String FRONT_AND_BACK = """
            servers:
              fe01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, roles: [front-end]}
              be01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, roles: [back-end]}
            """;

    /** @param message of the one finding */
    record Deviation(String name, String text, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void theArticlesWayPasses() {
        LintResult result = lint(ESTATE + """
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - back-up: adc01
                      - back-up: dc01
                      - prepare: corp.example.com
                        with: inetorgperson-fix
                      - prepare: corp.example.com
                        with: exchange-2003-forestprep
                      - prepare: corp.example.com
                        with: exchange-2003-domainprep
                      - upgrade: adc01
                        to: Exchange 2003 Active Directory Connector
                      - upgrade: mail01
                        to: Exchange Server 2003 SP1
                      - prepare: corp.example.com
                        with: adprep
                      - upgrade: dc01
                        to: Windows Server 2003 SP1
                      - upgrade: adc01
                        to: Windows Server 2003 SP1
                      - upgrade: mail01
                        to: Windows Server 2003 SP1
                      - raise: corp.example.com
                        to: Windows Server 2003
                      - enable: volume-shadow-copy
                        on: mail01
                      - enable: rpc-over-http
                        on: mail01
                """);

        assertThat(shown(result)).isEmpty();
        assertThat(result.undecided()).isEmpty();
        assertThat(result.estate().migrations())
                .singleElement()
                .satisfies(migration -> assertThat(migration.steps()).hasSize(15));
    }

    static List<Deviation> deviations() {
        return List.of(
                new Deviation(
                        "no backup",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: dc01
                                      - prepare: corp.example.com
                                        with: exchange-2003-forestprep
                                      - prepare: corp.example.com
                                        with: exchange-2003-domainprep
                                      - upgrade: mail01                  # expect: upgrade-without-backup
                                        to: Exchange Server 2003 SP1
                                      - upgrade: mail01
                                        to: Windows Server 2003 SP1
                                """,
                        "\"mail01\" goes from Exchange 2000 Server SP3 to Exchange Server 2003 SP1, and no earlier step"
                                + " backs it up."),
                new Deviation(
                        "a backup that comes too late",
                        """
                        servers:
                          mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                        migrations:
                          rollout:
                            steps:
                              - upgrade: mail01                  # expect: upgrade-without-backup
                                to: Windows Server 2003 SP1
                              - back-up: mail01
                        """,
                        "\"mail01\" goes from Windows 2000 Server SP4 to Windows Server 2003 SP1, and no earlier step"
                                + " backs it up."),
                new Deviation(
                        "Windows first",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: mail01
                                      - prepare: corp.example.com
                                        with: exchange-2003-forestprep
                                      - prepare: corp.example.com
                                        with: exchange-2003-domainprep
                                      - upgrade: mail01                  # expect: upgrade-out-of-order
                                        to: Windows Server 2003 SP1
                                      - upgrade: mail01
                                        to: Exchange Server 2003 SP1
                                      - enable: volume-shadow-copy
                                        on: mail01
                                """,
                        "\"mail01\" goes from Windows 2000 Server SP4 to Windows Server 2003 SP1 under Exchange 2000"
                                + " Server SP3 too early; the order is 1. Exchange Server 2003, 2. Windows Server 2003"
                                + " SP1."),
                new Deviation(
                        "both at once",
                        """
                        servers:
                          mail01:
                            os: Windows 2000 Server SP4
                            exchange: Exchange 2000 SP3
                        # Today:
                        servers:
                          mail01:
                            os: Windows Server 2003 SP1          # expect: upgrade-out-of-order
                            exchange: Exchange 2003 SP1
                        """,
                        "The change of \"mail01\" from Exchange 2000 Server SP3 on Windows 2000 Server SP4 holds several"
                                + " stages at once; the order is 1. Exchange Server 2003 SP1, 2. Windows Server 2003"
                                + " SP1."),
                new Deviation(
                        "a feature too early",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: mail01
                                      - prepare: corp.example.com
                                        with: exchange-2003-forestprep
                                      - prepare: corp.example.com
                                        with: exchange-2003-domainprep
                                      - upgrade: mail01
                                        to: Exchange Server 2003 SP1
                                      - enable: volume-shadow-copy       # expect: feature-needs-newer-windows
                                        on: mail01
                                      - upgrade: mail01
                                        to: Windows Server 2003 SP1
                                """,
                        "After this step \"mail01\" enables Volume Shadow Copy on Windows 2000 Server SP4; it needs"
                                + " Windows Server 2003 or later."),
                new Deviation(
                        "a blocking component",
                        """
                        servers:
                          mail01:
                            os: Windows 2000 Server SP4
                            exchange: Exchange 2000 SP3
                            components: [instant-messaging, nntp]
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01                  # expect: blocking-component
                                to: Exchange Server 2003 SP1
                              - remove: instant-messaging
                                from: mail01
                        """,
                        "\"mail01\" goes from Exchange 2000 Server SP3 to Exchange Server 2003 SP1 where Instant"
                                + " Messaging still stands."),
                new Deviation(
                        "the connector behind the domain controllers",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: adc01
                                      - back-up: dc01
                                      - prepare: corp.example.com
                                        with: inetorgperson-fix
                                      - prepare: corp.example.com
                                        with: adprep
                                      - upgrade: dc01                    # expect: incompatible-ad-connector
                                        to: Windows Server 2003 SP1
                                      - upgrade: adc01
                                        to: Exchange 2003 Active Directory Connector
                                """,
                        "After this step \"adc01\" runs the Exchange 2000 Active Directory Connector SP3 beside the domain"
                                + " controller \"dc01\" on Windows Server 2003 SP1."),
                new Deviation(
                        "the last old connector forgotten",
                        ESTATE + """
                                  adc02: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3}
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: dc01
                                      - prepare: corp.example.com
                                        with: inetorgperson-fix
                                      - upgrade: adc01
                                        to: Exchange 2003 Active Directory Connector
                                      - upgrade: dc01                    # expect: incompatible-ad-connector
                                        to: Windows Server 2003 SP1
                                """,
                        "After this step \"adc02\" runs the Exchange 2000 Active Directory Connector SP3 beside the domain"
                                + " controller \"dc01\" on Windows Server 2003 SP1."),
                new Deviation(
                        "a domain controller before the fix",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: dc01
                                      - upgrade: adc01
                                        to: Exchange 2003 Active Directory Connector
                                      - upgrade: dc01                    # expect: forest-not-prepared
                                        to: Windows Server 2003 SP1
                                      - prepare: corp.example.com
                                        with: inetorgperson-fix
                                """,
                        "After this step \"mail01\" runs Exchange 2000 Server SP3 in the forest \"corp.example.com\""
                                + " beside the domain controller \"dc01\" on Windows Server 2003, and the InetOrgPerson"
                                + " fix is not declared."),
                new Deviation(
                        "Exchange before the domain is prepared",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: mail01
                                      - prepare: corp.example.com
                                        with: exchange-2003-forestprep
                                      - upgrade: mail01                  # expect: forest-not-prepared
                                        to: Exchange Server 2003 SP1
                                      - prepare: corp.example.com
                                        with: exchange-2003-domainprep
                                """,
                        "After this step \"mail01\" runs Exchange Server 2003 SP1 in the forest \"corp.example.com\", and"
                                + " Exchange 2003 DomainPrep is not declared."),
                new Deviation(
                        "the front end left behind",
                        FRONT_AND_BACK + """
                                migrations:
                                  rollout:
                                    steps:
                                      - back-up: fe01
                                      - back-up: be01
                                      - upgrade: be01                    # expect: upgrade-out-of-order
                                        to: Exchange Server 2003 SP1
                                      - upgrade: fe01
                                        to: Exchange Server 2003 SP1
                                """,
                        "\"be01\", a back end, goes to Exchange Server 2003 before the front end \"fe01\" with Exchange 2000"
                                + " Server SP3; the order is 1. Exchange Server 2003 on the front ends, 2. Exchange Server"
                                + " 2003 on the back ends."),
                new Deviation(
                        "an older front end added",
                        """
                        servers:
                          be01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1, roles: [back-end]}
                        migrations:
                          rollout:
                            steps:
                              - add: fe01                        # expect: front-end-older-than-back-end
                                as: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, roles: [front-end]}
                        """,
                        "After this step \"fe01\" is a front end with Exchange 2000 Server, older than Exchange Server 2003 of"
                                + " the back end \"be01\"."),
                new Deviation(
                        "the forest raised under the old connector",
                        ESTATE + """
                                migrations:
                                  rollout:
                                    steps:
                                      - prepare: corp.example.com
                                        with: inetorgperson-fix
                                      - raise: corp.example.com          # expect: incompatible-ad-connector
                                        to: Windows Server 2003 interim
                                      - upgrade: adc01
                                        to: Exchange 2003 Active Directory Connector
                                """,
                        "After this step \"adc01\" runs the Exchange 2000 Active Directory Connector SP3 in a forest at the"
                                + " functional level Windows Server 2003 interim."),
                new Deviation(
                        "a service pack left out",
                        """
                        servers:
                          mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP2}
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01                  # expect: upgrade-out-of-order
                                to: Exchange Server 2003 SP1
                              - upgrade: mail01
                                to: Windows Server 2003 SP1
                        """,
                        "\"mail01\" goes from Exchange 2000 Server SP2 to Exchange Server 2003 SP1 too early; the order is 1."
                                + " Exchange 2000 Server SP3, 2. Exchange Server 2003 SP1."),
                new Deviation(
                        "a release left out",
                        """
                        servers:
                          mail01: {os: Windows 2000 Server SP4, exchange: Exchange 5.5 SP4}
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01                  # expect: unsupported-upgrade
                                to: Exchange Server 2003 SP1
                        """,
                        "\"mail01\" goes from Exchange Server 5.5 SP4 to Exchange Server 2003 SP1, and there is no such upgrade"
                                + " in place."),
                new Deviation(
                        "a way back",
                        """
                        servers:
                          mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01                  # expect: downgrade
                                to: Exchange 2000 SP3
                        """,
                        "\"mail01\" goes back from Exchange Server 2003 SP1 to Exchange 2000 Server SP3."));
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void eachDeviationIsFoundOnceAndAtItsStep(Deviation deviation) {
        LintResult result = lint(deviation.text());

        assertThat(shown(result)).isEqualTo(expected(deviation.text()));
        assertThat(result.findings()).extracting(Finding::message).containsExactly(deviation.message());
        assertThat(result.findings()).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void aViolationIsReportedAtTheStepThatBringsItInAndNotAgain() {
        requireMarks("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - enable: volume-shadow-copy       # expect: feature-needs-newer-windows
                        on: mail01
                      - upgrade: mail01
                        to: Exchange 2003 SP2
                      - enable: ipsec-clustering         # expect: feature-needs-newer-windows
                        on: mail01
                      - disable: volume-shadow-copy
                        on: mail01
                      - enable: volume-shadow-copy       # expect: feature-needs-newer-windows
                        on: mail01
                """);
    }

    @Test
    void aSecondServerWithTheSameFaultIsAnotherViolation() {
        requireMarks("""
                servers:
                  mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3}  # expect: unsupported-platform
                migrations:
                  rollout:
                    steps:
                      - add: mail02                      # expect: unsupported-platform
                        as: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3}
                      - add: mail03
                        as: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
                """);
    }

    @Test
    void aViolationOfTheStartIsNotRepeatedAtAStep() {
        requireMarks("""
                forests:
                  corp.example.com: {functional-level: Windows 2000}
                servers:
                  mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}  # expect: forest-not-prepared
                  mail02: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}
                  dc01: {os: Windows Server 2003 SP1, roles: [global-catalog]}
                  mail03:
                    os: Windows 2000 SP4
                    exchange: Exchange 2003 SP1
                    features: [volume-shadow-copy]       # expect: feature-needs-newer-windows
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - back-up: mail02
                      - back-up: mail03
                      - upgrade: mail03
                        to: Exchange 2003 SP2
                      - prepare: corp.example.com
                        with: inetorgperson-fix
                      - upgrade: mail02
                        to: Exchange 2003 SP1
                """);
    }

    @Test
    void anImprovementThatDoesNotYetCureIsNotBlamed() {
        requireMarks("""
                servers:
                  mail01:
                    os: Windows 2000 Server SP1          # expect: service-pack-too-low
                    exchange: Exchange 2003 SP1
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - upgrade: mail01
                        to: Windows 2000 Server SP2
                      - upgrade: mail01
                        to: Windows 2000 Server SP4
                """);
    }

    @Test
    void whatFollowsARejectedStepIsJudgedAsIfItHadBeenReached() {
        requireMarks("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                  mail02: {os: Windows 2000 Server SP4, exchange: Exchange 5.5 SP4}
                migrations:
                  windows-first:
                    steps:
                      - back-up: mail01
                      - upgrade: mail01                  # expect: upgrade-out-of-order
                        to: Windows Server 2003 SP1
                      - enable: volume-shadow-copy       # expect: feature-needs-newer-exchange
                        on: mail01
                      - upgrade: mail01                  # expect: downgrade
                        to: Windows 2000 Server SP4
                  release-left-out:
                    steps:
                      - back-up: mail02
                      - upgrade: mail02                  # expect: unsupported-upgrade
                        to: Exchange Server 2003 SP1
                      - upgrade: mail02
                        to: Windows Server 2003 SP1
                      - enable: volume-shadow-copy
                        on: mail02
                """);
    }

    @Test
    void aMissingBackupDoesNotKeepTheStateFromBeingJudged() {
        requireMarks("""
                forests:
                  corp.example.com: {functional-level: Windows 2000, domain-mode: native}
                servers:
                  adc01: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3}
                  dc01: {os: Windows 2000 Server SP4, roles: [domain-controller]}
                migrations:
                  rollout:
                    steps:
                      - upgrade: dc01                    # expect: upgrade-without-backup, incompatible-ad-connector
                        to: Windows Server 2003 SP1
                """);
    }

    @Test
    void anUpgradedConnectorDoesNotCountAsABackup() {
        requireMarks("""
                forests:
                  corp.example.com: {functional-level: Windows 2000}
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, ad-connector: Exchange 2000 SP3}
                migrations:
                  rollout:
                    steps:
                      - upgrade: mail01
                        to: Exchange 2003 Active Directory Connector
                      - upgrade: mail01                  # expect: upgrade-without-backup
                        to: Exchange Server 2003 SP1
                """);
    }

    @Test
    void eachForestIsJudgedByItself() {
        requireMarks("""
                forests:
                  a.example.com: {functional-level: Windows 2000, domain-mode: native}
                  b.example.com: {functional-level: Windows 2000, domain-mode: native}
                servers:
                  adc01: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3, forest: a.example.com}
                  adc02: {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3, forest: b.example.com}
                  dc01: {os: Windows 2000 Server SP4, roles: [domain-controller], forest: a.example.com}
                  dc02: {os: Windows 2000 Server SP4, roles: [domain-controller], forest: b.example.com}
                migrations:
                  rollout:
                    steps:
                      - back-up: dc01
                      - back-up: dc02
                      - upgrade: adc01
                        to: Exchange 2003 Active Directory Connector
                      - upgrade: dc01
                        to: Windows Server 2003
                      - upgrade: dc02                    # expect: incompatible-ad-connector
                        to: Windows Server 2003
                      - raise: a.example.com
                        to: Windows Server 2003
                """);
    }

    @Test
    void everyMigrationBeginsFromTheEstateAsDefined() {
        requireMarks("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                migrations:
                  exchange:
                    steps:
                      - back-up: mail01
                      - upgrade: mail01
                        to: Exchange Server 2003 SP1
                  windows:
                    steps:
                      - back-up: mail01
                      - upgrade: mail01                  # expect: upgrade-out-of-order
                        to: Windows Server 2003 SP1
                """);
    }

    @Test
    void serversThatAStepAddsAreJudgedLikeOthers() {
        requireMarks("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                migrations:
                  rollout:
                    steps:
                      - add: mail02
                        as: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
                      - enable: volume-shadow-copy
                        on: mail02
                      - add: mail03                      # expect: unsupported-platform
                        as: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3}
                      - upgrade: mail02                  # expect: upgrade-without-backup
                        to: Exchange 2003 SP2
                      - move-mailboxes: mail01
                        to: mail02
                      - decommission: mail01
                """);
    }

    @Test
    void aStepOnAServerThatIsOutOfServiceNamesNothing() {
        String text = """
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                migrations:
                  rollout:
                    steps:
                      - decommission: mail01
                      - upgrade: mail01                  # expect: unknown-reference
                        to: Exchange 2003 SP2
                      - back-up: mail02                  # expect: unknown-reference
                """;

        requireMarks(text);
        assertThat(lint(text).findings())
                .extracting(finding -> finding.span() + " " + finding.message())
                .containsExactly(
                        "servers/mail.yaml:7:18 The server \"mail01\" of migration \"rollout\" is decommissioned by an"
                                + " earlier step.",
                        "servers/mail.yaml:9:18 The server \"mail02\" of migration \"rollout\" is defined nowhere.");
    }

    @Test
    void aMigrationThatWasCarriedOutOnlyWarns() {
        String text = """
                forests:
                  corp.example.com:
                    functional-level: Windows Server 2003
                    prepared: [exchange-2003-forestprep, exchange-2003-domainprep]
                servers:
                  mail02:
                    os: Windows Server 2003 SP1
                    exchange: Exchange 2003 SP1
                    features: [volume-shadow-copy]
                migrations:
                  rollout:
                    steps:
                      - prepare: corp.example.com        # expect: step-without-effect
                        with: exchange-2003-forestprep
                      - back-up: mail02
                      - remove: chat                     # expect: step-without-effect
                        from: mail02
                      - upgrade: mail02                  # expect: step-without-effect
                        to: Exchange Server 2003
                      - upgrade: mail02                  # expect: step-without-effect
                        to: Windows Server 2003 SP1
                      - raise: corp.example.com          # expect: step-without-effect
                        to: Windows Server 2003
                      - enable: volume-shadow-copy       # expect: step-without-effect
                        on: mail02
                      - move-mailboxes: mail01           # expect: step-without-effect
                        to: mail02
                      - decommission: mail01             # expect: step-without-effect
                """;

        requireMarks(text);
        assertThat(lint(text).violations(Severity.WARNING)).hasSize(8);
        assertThat(lint(text).violations(Severity.ERROR)).isEmpty();
    }

    @Test
    void levelsThatAreNotSaidAreNotJudged() {
        LintResult result = lint("""
                        servers:
                          mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000}
                        migrations:
                          rollout:
                            steps:
                              - back-up: mail01
                              - upgrade: mail01
                                to: Exchange Server 2003
                        """);

        assertThat(result.findings()).isEmpty();
        assertThat(result.undecided())
                .extracting(open -> open.span() + " " + open.missing())
                .contains("servers/mail.yaml:2:51 the level of Exchange 2000 Server");
    }

    @Test
    void aStepMadeByAnAliasPointsAtItsUse() {
        LintResult result = lint("""
                        x-steps:
                          - &snapshots
                            enable: volume-shadow-copy
                            on: mail01
                          - &newer Windows Server 2003
                        servers:
                          mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                          mail02: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                        migrations:
                          rollout:
                            steps:
                              - *snapshots
                              - back-up: mail02
                              - upgrade: mail02
                                to: *newer
                        """);

        assertThat(result.findings())
                .extracting(finding -> finding.span() + " " + finding.rule().id())
                .containsExactly(
                        "servers/mail.yaml:12:9 feature-needs-newer-windows",
                        "servers/mail.yaml:14:9 upgrade-out-of-order");
        assertThat(result.findings().stream().flatMap(finding -> finding.related().stream()))
                .extracting(related -> related.span() + " " + related.note())
                .contains(
                        "servers/mail.yaml:3:13 the value was written here",
                        "servers/mail.yaml:5:12 the value was written here");
    }

    private static void requireMarks(String text) {
        assertThat(shown(lint(text))).isEqualTo(expected(text));
    }

    private static LintResult lint(String text) {
        return sample(text).lint();
    }

    private static List<String> shown(LintResult result) {
        return Sample.found(result);
    }

    private static List<String> expected(String text) {
        return sample(text).expected();
    }

    private static Sample sample(String text) {
        return new Sample("servers/mail.yaml", text);
    }
}
