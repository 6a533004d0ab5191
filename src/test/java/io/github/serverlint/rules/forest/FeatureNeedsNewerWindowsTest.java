package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Features that need a newer Windows on the server, or on the domain controllers or at the level of its forest. */
class FeatureNeedsNewerWindowsTest {
    private static final RuleTester RULE = RuleTester.of(new FeatureNeedsNewerWindows());

    private static String mail(String windows, String feature) {
        return "mail01: {os: " + windows + ", exchange: Exchange 2003 SP1, features: [" + feature + "]}";
    }

    private static String dc(String name, String windows) {
        return name + ": {os: " + windows + ", roles: [domain-controller, global-catalog]}";
    }

    @Test
    void aWindowsThatLacksTheFeatureIsFound() {
        RULE.servers(mail("Windows 2000 SP4", "volume-shadow-copy"))
                .finds("error servers.mail01.features.volume-shadow-copy");
        RULE.servers(mail("Windows Server 2003 RTM", "volume-shadow-copy")).isSilent();
    }

    @Test
    void anOldWindowsWithoutTheFeatureIsSilent() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2003 SP1, features: {volume-shadow-copy: no}}")
                .isSilent();
    }

    @Test
    void ofDomainControllersThatAreTooOldTheFirstThreeAreNamed() {
        String mail = mail("Windows Server 2003 SP1", "linked-value-replication");
        String dc1 = dc("dc1", "Windows 2000 SP4");
        String dc2 = dc("dc2", "Windows 2000 SP4");
        String dc3 = dc("dc3", "Windows 2000 SP4");
        RULE.servers(mail, dc1).says("and the domain controller \"dc1\" runs Windows 2000 Server;");
        RULE.servers(mail, dc1, dc2).says("and the domain controllers \"dc1\", \"dc2\" run Windows 2000 Server;");
        RULE.servers(mail, dc1, dc2, dc3).says("controllers \"dc1\", \"dc2\", \"dc3\" run Windows");
        RULE.servers(mail, dc1, dc2, dc3, dc("dc4", "Windows 2000 SP4"))
                .says("controllers \"dc1\", \"dc2\", \"dc3\" and more run Windows");
        RULE.servers(mail, dc("dc1", "Windows Server 2003")).isSilent();
    }

    @Test
    void oneGlobalCatalogThatIsNewEnoughMakesAWarning() {
        String mail = mail("Windows Server 2003 SP1", "rpc-over-http");
        RULE.servers(mail, dc("dc1", "Windows 2000 SP4")).finds("error servers.mail01.features.rpc-over-http");
        RULE.servers(mail, dc("dc1", "Windows 2000 SP4"), dc("dc2", "Windows Server 2003"))
                .finds("warning servers.mail01.features.rpc-over-http");
    }

    @Test
    void aServerThatIsTooOldIsNotSaidToBeAGlobalCatalogThatIsTooOld() {
        String server = "dc01: {os: Windows 2000 SP4, exchange: Exchange 2003 SP1, roles: [global-catalog],"
                + " features: [rpc-over-http]}";
        RULE.servers(server).says("\"dc01\" enables RPC over HTTP on Windows 2000 Server SP4; it needs");
        RULE.servers(server, dc("dc02", "Windows 2000 SP4"))
                .finds("error servers.dc01.features.rpc-over-http", "error servers.dc01.features.rpc-over-http");
    }

    @Test
    void aForestThatIsNotSaidIsNotJudged() {
        RULE.twoForests()
                .servers(mail("Windows Server 2003 SP1", "linked-value-replication"))
                .isNotJudgedFor("the forest of mail01");
    }
}
