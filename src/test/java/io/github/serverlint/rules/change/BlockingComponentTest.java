package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Components that have to be removed before an upgrade. One that still stands after it is a fault of what is there. */
class BlockingComponentTest {
    private static final RuleTester RULE = RuleTester.of(new BlockingComponent());

    private static final String OLD = "Exchange 2000 SP3";
    private static final String NEW = "Exchange 2003 SP1";

    private static String server(String exchange, String components) {
        return "mail01: {os: Windows 2000 SP4, exchange: " + exchange + ", components: [" + components + "]}";
    }

    @Test
    void aStepWhileAComponentStandsIsFound() {
        RULE.servers(server(OLD, "chat"))
                .steps("upgrade: mail01, to: Exchange Server 2003 SP1")
                .finds("error step 1")
                .says("Chat still stands");
    }

    @Test
    void anEarlierStepMayRemoveIt() {
        RULE.servers(server(OLD, "chat"))
                .steps("remove: chat, from: mail01", "upgrade: mail01, to: Exchange Server 2003 SP1")
                .isSilent();
    }

    @Test
    void ofAChangeWhatIsGoneStoodInTheWay() {
        RULE.servers(server(OLD, "instant-messaging, chat"))
                .becomes()
                .servers(server(NEW, ""))
                .finds("error servers.mail01.exchange")
                .says("Instant Messaging and Chat stood");
        RULE.servers(server(OLD, "instant-messaging, chat"))
                .becomes()
                .servers(server(NEW, "chat"))
                .finds("error servers.mail01.exchange")
                .says("Instant Messaging stood");
    }

    @Test
    void whatStillStandsAfterAChangeIsLeftToAnotherRule() {
        RULE.servers(server(OLD, "chat")).becomes().servers(server(NEW, "chat")).isSilent();
    }

    @Test
    void aComponentThatTheOldReleaseDidNotBearEitherIsNoNews() {
        RULE.servers(server("Exchange 2003 RTM", "chat"))
                .becomes()
                .servers(server(NEW, ""))
                .isSilent();
    }

    @Test
    void anUpgradeWithoutComponentsIsSilent() {
        RULE.servers(server(OLD, "")).becomes().servers(server(NEW, "")).isSilent();
    }
}
