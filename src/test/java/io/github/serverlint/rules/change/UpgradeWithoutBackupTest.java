package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** The backup before the first upgrade of a server. */
class UpgradeWithoutBackupTest {
    private static final RuleTester RULE = RuleTester.of(new UpgradeWithoutBackup());

    private static final RuleTester MAIL = RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}");
    private static final String UPGRADE = "upgrade: mail01, to: Exchange Server 2003 SP1";

    @Test
    void anUpgradeWithoutABackupIsFoundOnce() {
        MAIL.steps(UPGRADE, "upgrade: mail01, to: Windows Server 2003 SP1").finds("error step 1");
    }

    @Test
    void anEarlierBackupCountsForTheServerThatItNames() {
        MAIL.steps("back-up: mail01", UPGRADE).isSilent();
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}", "mail02: {os: Windows 2000 SP4}")
                .steps("back-up: mail02", UPGRADE)
                .finds("error step 2");
    }

    @Test
    void aBackupThatComesAfterwardsIsNone() {
        MAIL.steps(UPGRADE, "back-up: mail01").finds("error step 1");
    }

    @Test
    void whatIsNoUpgradeNeedsNone() {
        MAIL.steps("decommission: mail01").isSilent();
    }

    @Test
    void ofAChangeThereIsNoSayingWhetherThereWasOne() {
        MAIL.becomes()
                .servers("mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003 SP1}")
                .isSilent();
    }
}
