package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Steps that change nothing. */
class StepWithoutEffectTest {
    private static final RuleTester RULE = RuleTester.of(new StepWithoutEffect());

    private static final RuleTester MAIL = RULE.servers(
            "mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1, features: [volume-shadow-copy]}");

    @Test
    void anUpgradeToWhatIsInstalledIsFound() {
        MAIL.steps("upgrade: mail01, to: Exchange Server 2003 SP1").finds("warning step 1");
        MAIL.steps("upgrade: mail01, to: Exchange Server 2003 SP2").isSilent();
    }

    @Test
    void aFeatureThatIsOnIsFound() {
        MAIL.steps("enable: volume-shadow-copy, on: mail01").finds("warning step 1");
        MAIL.steps("enable: rpc-over-http, on: mail01").isSilent();
    }

    @Test
    void removingWhatIsNotThereIsFound() {
        MAIL.steps("remove: chat, from: mail01").finds("warning step 1");
    }

    @Test
    void aSecondStepOfTheSameKindIsFound() {
        MAIL.steps("enable: rpc-over-http, on: mail01", "enable: rpc-over-http, on: mail01")
                .finds("warning step 2");
    }

    @Test
    void aLevelThatIsNotSaidMayRise() {
        RULE.servers("mail01: {os: Windows Server 2003, exchange: Exchange 2003}")
                .steps("upgrade: mail01, to: Exchange Server 2003 SP1")
                .isSilent();
    }
}
