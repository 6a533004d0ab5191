package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Features that an Exchange release, or a level of it, does not have yet. */
class FeatureNeedsNewerExchangeTest {
    private static final RuleTester RULE = RuleTester.of(new FeatureNeedsNewerExchange());

    @Test
    void aFeatureThatTheReleaseLacksIsFound() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, features: [volume-shadow-copy]}")
                .finds("error servers.mail01.features.volume-shadow-copy");
    }

    @Test
    void aFeatureThatTheLevelLacksIsFound() {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU14, features: [tls-1-3]}")
                .finds("error servers.mail01.features.tls-1-3")
                .says("needs Exchange Server 2019 CU15 or later");
    }

    @Test
    void fromThatLevelOnItIsSilent() {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU15, features: [tls-1-3]}")
                .isSilent();
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU14, features: {tls-1-3: no}}")
                .isSilent();
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudged() {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019, features: [tls-1-3]}")
                .isNotJudgedFor("the level of Exchange Server 2019 of mail01");
    }

    @Test
    void aServerWithoutExchangeIsSilent() {
        RULE.servers("web01: {os: Windows Server 2019, features: [tls-1-3]}").isSilent();
    }
}
