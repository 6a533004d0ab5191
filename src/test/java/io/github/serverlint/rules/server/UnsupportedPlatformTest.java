package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** A product on a release of Windows that is denied, that is not listed, and that is. */
class UnsupportedPlatformTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedPlatform());

    @Test
    void aPairThatIsDeniedIsFound() {
        RULE.servers("mail01: {os: Windows Server 2003, exchange: Exchange 2000 SP3}")
                .finds("error servers.mail01.exchange")
                .says("which does not support it");
    }

    @Test
    void aPairThatIsNotListedIsFoundForEachProduct() {
        RULE.servers("portal01: {os: Windows 2000, sharepoint-portal-server: SharePoint Portal Server 2003}")
                .finds("error servers.portal01.sharepoint-portal-server")
                .says("which is not listed as supporting it");
    }

    @Test
    void aPairThatIsListedIsSilentWhateverItsLevels() {
        RULE.servers("mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}")
                .isSilent();
        RULE.servers("mail01: {os: Windows 2000 Server RTM, exchange: Exchange 2000 RTM}")
                .isSilent();
    }

    @Test
    void aLevelThatIsDeniedIsFoundOnlyWhereItIsSaid() {
        RULE.servers("mail01: {os: Windows Server 2008 R2, exchange: Exchange 2007 SP2}")
                .finds("error servers.mail01.exchange");
        RULE.servers("mail01: {os: Windows Server 2008 R2, exchange: Exchange 2007 SP3}")
                .isSilent();
        RULE.servers("mail01: {os: Windows Server 2008 R2, exchange: Exchange 2007}")
                .isSilent();
    }

    @Test
    void aServerWithWindowsAloneIsSilent() {
        RULE.servers("file01: {os: Windows NT Server 4.0}").isSilent();
    }
}
