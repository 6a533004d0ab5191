package io.github.serverlint.rules.forest;

import io.github.serverlint.Sample;
import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** What came out after the catalog, said once for each release and level. */
class NewerThanCatalogTest {
    private static final RuleTester RULE = RuleTester.of(new NewerThanCatalog());

    @Test
    void aLevelThatIsNewerIsSaidOnceForAllServersThatHaveIt() {
        RULE.servers(
                        "mail01: {os: Windows Server 2025, exchange: Exchange SE CU3}",
                        "mail02: {os: Windows Server 2025, exchange: Exchange SE CU3}",
                        "mail03: {os: Windows Server 2025, exchange: Exchange SE CU4}")
                .finds("note servers.mail01.exchange", "note servers.mail03.exchange");
    }

    @Test
    void theMessageNamesTheDayOfTheCatalog() {
        RULE.servers("mail01: {os: Windows Server 2025, exchange: 15.2.9000.10}")
                .says("newer than the catalog of " + Sample.CATALOG.date() + ".");
    }

    @Test
    void aWindowsThatIsNewerIsSaidToo() {
        RULE.servers("file01: {os: 10.0.29999.1}").finds("note servers.file01.os");
    }

    @Test
    void whatTheCatalogKnowsIsSilent() {
        RULE.servers("mail01: {os: Windows Server 2025, exchange: Exchange SE RTM}")
                .isSilent();
    }
}
