package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Steps and changes that lead back. */
class DowngradeTest {
    private static final RuleTester RULE = RuleTester.of(new Downgrade());

    private static String server(String exchange) {
        return "mail01: {os: Windows Server 2019, exchange: " + exchange + "}";
    }

    @Test
    void aLowerLevelIsFoundAsAStepAndAsAChange() {
        RULE.servers(server("Exchange 2019 CU14"))
                .steps("upgrade: mail01, to: Exchange 2019 CU13")
                .finds("error step 1");
        RULE.servers(server("Exchange 2019 CU14"))
                .becomes()
                .servers(server("Exchange 2019 CU13"))
                .finds("error servers.mail01.exchange");
    }

    @Test
    void anOlderReleaseIsFound() {
        RULE.servers(server("Exchange 2019 CU1"))
                .becomes()
                .servers(server("Exchange 2016 CU23"))
                .finds("error servers.mail01.exchange");
    }

    @Test
    void aHigherLevelAndTheSameAreSilent() {
        RULE.servers(server("Exchange 2019 CU13"))
                .becomes()
                .servers(server("Exchange 2019 CU14"))
                .isSilent();
        RULE.servers(server("Exchange 2019 CU13"))
                .becomes()
                .servers(server("Exchange 2019 CU13"))
                .isSilent();
    }

    @Test
    void aLevelThatIsNotSaidMayBeTheSame() {
        RULE.servers(server("Exchange 2019 CU14"))
                .becomes()
                .servers(server("Exchange 2019"))
                .isSilent();
    }

    @Test
    void aFunctionalLevelIsNotLowered() {
        RuleTester raised =
                RULE.forest("functional-level: Windows Server 2003").servers("mail01: {os: Windows Server 2003}");
        raised.steps("raise: corp.example.com, to: Windows Server 2003 interim").finds("error step 1");
        raised.steps("raise: corp.example.com, to: Windows Server 2008").isSilent();
    }
}
