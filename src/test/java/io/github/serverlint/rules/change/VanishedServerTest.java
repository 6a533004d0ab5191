package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Servers of the base that are gone. */
class VanishedServerTest {
    private static final RuleTester RULE = RuleTester.of(new VanishedServer());

    private static final String MAIL01 = "mail01: {os: Windows Server 2019, exchange: Exchange 2019 CU14}";
    private static final RuleTester BASE =
            RULE.servers(MAIL01, "mail02: {os: Windows Server 2019}").becomes();

    @Test
    void aServerThatIsGoneIsFound() {
        BASE.servers(MAIL01).finds("error servers.mail02").says("is defined nowhere any more");
    }

    @Test
    void aServerThatAMigrationDecommissionsIsSilent() {
        BASE.servers(MAIL01).steps("decommission: mail02").isSilent();
    }

    @Test
    void aServerThatHasChangedIsStillThere() {
        BASE.servers(MAIL01, "mail02: {os: Windows Server 2022}").isSilent();
        BASE.servers(MAIL01, "MAIL02: {os: Windows Server 2022}").isSilent();
    }

    @Test
    void aStepThatDecommissionsNeedsNoBase() {
        RULE.servers(MAIL01).steps("decommission: mail01").isSilent();
    }
}
