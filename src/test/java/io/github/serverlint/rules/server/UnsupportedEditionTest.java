package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Editions and architectures of Windows below Exchange. */
class UnsupportedEditionTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedEdition());

    @Test
    void anArchitectureThatIsNotListedIsFound() {
        RULE.servers("mail01: {os: Windows Server 2003 Enterprise x64 SP2, exchange: Exchange Server 2003 SP2}")
                .finds("error servers.mail01.exchange");
    }

    @Test
    void anEditionThatIsNotListedIsFound() {
        RULE.servers("mail01: {os: {release: Windows Server 2003, edition: Web}, exchange: Exchange Server 2003}")
                .finds("error servers.mail01.exchange")
                .says("the Web edition of Windows Server 2003");
    }

    @Test
    void theOthersAreSilent() {
        RULE.servers("mail01: {os: Windows Server 2003 Enterprise SP2 (32-bit), exchange: Exchange Server 2003 SP2}")
                .isSilent();
        RULE.servers("mail01: {os: {release: Windows Server 2003, edition: Standard}, exchange: Exchange Server 2003}")
                .isSilent();
    }

    @Test
    void anEditionThatIsNotSaidMayBeAny() {
        RULE.servers("mail01: {os: Windows Server 2003 SP2, exchange: Exchange Server 2003 SP2}")
                .isSilent();
    }

    @Test
    void aPairThatIsNotSupportedAtAllIsLeftToAnotherRule() {
        RULE.servers("mail01: {os: {release: Windows Server 2003, edition: Web}, exchange: Exchange 2000 SP3}")
                .isSilent();
    }
}
