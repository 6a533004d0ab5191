package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Upgrades in place that exist, and those that do not, as steps and as changes. */
class UnsupportedUpgradeTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedUpgrade());

    @Test
    void aStepToAReleaseThatCannotBeReachedInPlaceIsFound() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 5.5 SP4}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .finds("error step 1");
    }

    @Test
    void aWindowsThatStaysUnderItsExchangeIsFound() {
        RULE.servers("mail01: {os: Windows Server 2008 R2 SP1, exchange: Exchange 2010 SP3}")
                .steps("upgrade: mail01, to: Windows Server 2012")
                .finds("error step 1");
    }

    @Test
    void anUpgradeThatExistsIsSilent() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .isSilent();
        RULE.servers("dc01: {os: Windows Server 2016, roles: [domain-controller]}")
                .steps("upgrade: dc01, to: Windows Server 2019")
                .isSilent();
    }

    @Test
    void anUpgradeThatComesTooEarlyIsLeftToAnotherRule() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP2}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .isSilent();
    }

    @Test
    void anUpgradeOfWhatIsNotThereIsFound() {
        RULE.servers("dc01: {os: Windows Server 2016}")
                .steps("upgrade: dc01, to: Exchange Server 2019")
                .finds("error step 1")
                .says("has no Exchange");
    }

    @Test
    void ofAChangeEachProductIsJudged() {
        RULE.servers("mail01: {os: Windows Server 2016, exchange: Exchange 2016 CU23}")
                .becomes()
                .servers("mail01: {os: Windows Server 2019, exchange: Exchange 2019 CU14}")
                .finds("error servers.mail01.os", "error servers.mail01.exchange");
    }

    @Test
    void aLevelThatIsNotSaidIsLeftToAnotherRule() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .isSilent();
    }
}
