package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** The floors of a pair that is supported, on the side of Windows and on that of Exchange. */
class ServicePackTooLowTest {
    private static final RuleTester RULE = RuleTester.of(new ServicePackTooLow());

    @Test
    void aWindowsBelowItsFloorIsFound() {
        RULE.servers("mail01: {os: Windows 2000 Server SP2, exchange: Exchange Server 2003}")
                .finds("error servers.mail01.os")
                .says("needs Windows 2000 Server SP3 or later");
    }

    @Test
    void anExchangeBelowItsFloorIsFound() {
        RULE.servers("mail01: {os: Windows 2000 Server SP4, exchange: Exchange 5.5 SP2}")
                .finds("error servers.mail01.exchange")
                .says("needs Exchange Server 5.5 SP3 or later");
    }

    @Test
    void theFloorItselfIsSilent() {
        RULE.servers("mail01: {os: Windows 2000 Server SP3, exchange: Exchange Server 2003}")
                .isSilent();
        RULE.servers("mail01: {os: Windows 2000 Server SP4, exchange: Exchange 5.5 SP3}")
                .isSilent();
    }

    @Test
    void theFloorOfAClusterNodeIsAnother() {
        String onSp3 = "mail01: {os: Windows 2000 Server SP3, exchange: Exchange Server 2003";
        RULE.servers(onSp3 + ", cluster: {name: mail, nodes: 2}}").finds("error servers.mail01.os");
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudgedWhereItDecides() {
        RULE.servers("mail01: {os: Windows 2000 Server, exchange: Exchange Server 2003 SP1}")
                .isNotJudgedFor("the service pack of Windows 2000 Server of mail01");
        RULE.servers("mail01: {os: Windows 2000 Server SP4, exchange: Exchange Server 2003}")
                .isSilent();
    }

    @Test
    void aPairThatIsNotSupportedAtAllIsLeftToAnotherRule() {
        RULE.servers("mail01: {os: Windows Server 2003 RTM, exchange: Exchange 2000 RTM}")
                .isSilent();
    }
}
