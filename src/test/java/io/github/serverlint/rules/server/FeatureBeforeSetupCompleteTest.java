package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Features that wait until the setup of Windows is complete. */
class FeatureBeforeSetupCompleteTest {
    private static final RuleTester RULE = RuleTester.of(new FeatureBeforeSetupComplete());

    private static String server(String windows, String setup) {
        return "mail01: {os: {release: " + windows + ", service-pack: RTM" + setup
                + "}, exchange: Exchange Server 2003 SP1, features: [volume-shadow-copy]}";
    }

    @Test
    void aFeatureOfTheNewWindowsIsFoundDuringItsSetup() {
        RULE.servers(server("Windows Server 2003", ", setup: in-progress"))
                .finds("error servers.mail01.features.volume-shadow-copy");
    }

    @Test
    void afterTheSetupItIsSilent() {
        RULE.servers(server("Windows Server 2003", ", setup: complete")).isSilent();
    }

    @Test
    void aSetupOfWhichNothingIsSaidIsComplete() {
        RULE.servers(server("Windows Server 2003", "")).isSilent();
    }

    @Test
    void aWindowsThatLacksTheFeatureAnywayIsLeftToAnotherRule() {
        RULE.servers(server("Windows 2000 Server", ", setup: in-progress")).isSilent();
    }
}
