package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Components, and the .NET Framework, beside what is installed. */
class ConflictingComponentTest {
    private static final RuleTester RULE = RuleTester.of(new ConflictingComponent());

    @Test
    void aComponentBesideTheNewReleaseIsFound() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003, components: [chat]}")
                .finds("error servers.mail01.components.chat");
    }

    @Test
    void besideTheOldReleaseItIsSilent() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, components: [chat]}")
                .isSilent();
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003, components: {chat: no}}")
                .isSilent();
    }

    private static String server(String exchange) {
        return "mail01: {os: Windows Server 2016, exchange: " + exchange + ", dotnet: .NET Framework 4.8}";
    }

    @Test
    void aFrameworkThatTheLevelDoesNotAcceptIsFound() {
        RULE.servers(server("Exchange 2016 CU12")).finds("error servers.mail01.dotnet");
        RULE.servers(server("Exchange 2016 CU13")).isSilent();
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudged() {
        RULE.servers(server("Exchange 2016")).isNotJudgedFor("the level of Exchange Server 2016 of mail01");
    }
}
