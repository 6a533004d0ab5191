package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Domain controllers and functional levels beside Exchange. */
class UnsupportedDomainControllerTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedDomainController());

    private static String dc(String name, String windows) {
        return name + ": {os: " + windows + ", roles: [domain-controller]}";
    }

    private static String mail(String exchange) {
        return "mail01: {os: Windows Server 2019, exchange: " + exchange + "}";
    }

    @Test
    void aDomainControllerThatTheLevelDoesNotSupportIsFound() {
        RULE.servers(mail("Exchange 2019 CU13"), dc("dc01", "Windows Server 2025"))
                .finds("error servers.mail01.exchange")
                .says("which it does not support");
        RULE.servers(mail("Exchange 2019 CU14"), dc("dc01", "Windows Server 2025"))
                .isSilent();
    }

    @Test
    void aDomainControllerBelowTheServicePackIsFound() {
        String old = "mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003 SP1}";
        RULE.servers(old, dc("dc01", "Windows 2000 SP2"))
                .finds("error servers.mail01.exchange")
                .says("it needs Windows 2000 Server SP3 or later there");
        RULE.servers(old, dc("dc01", "Windows 2000 SP3")).isSilent();
    }

    @Test
    void oneOfSeveralThatIsTooOldMayBePassedOver() {
        RULE.servers(
                        "mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003 SP1}",
                        dc("dc01", "Windows 2000 SP2"),
                        dc("dc02", "Windows 2000 SP3"))
                .finds("warning servers.mail01.exchange");
    }

    @Test
    void levelsThatAreNotSaidAreNotJudgedWhereTheyDecide() {
        RULE.servers(mail("Exchange 2019"), dc("dc01", "Windows Server 2025"))
                .isNotJudgedFor("the service pack of Exchange Server 2019 of mail01");
        RULE.servers(
                        "mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003 SP1}",
                        dc("dc01", "Windows 2000 Server"))
                .isNotJudgedFor("the service pack of Windows 2000 Server of dc01");
    }

    @Test
    void aFunctionalLevelThatIsTooLowIsFoundAtTheForest() {
        RULE.forest("functional-level: Windows 2000")
                .servers("mail01: {os: Windows Server 2008 SP2, exchange: Exchange 2010 SP3}")
                .finds("error forests.corp.example.com.functional-level");
        RULE.forest("functional-level: Windows Server 2003")
                .servers("mail01: {os: Windows Server 2008 SP2, exchange: Exchange 2010 SP3}")
                .isSilent();
    }

    @Test
    void aForestThatIsNotSaidIsNotJudged() {
        RULE.twoForests().servers(mail("Exchange 2019 CU14")).isNotJudgedFor("the forest of mail01");
    }
}
