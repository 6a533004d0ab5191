package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Releases of which the support has ended on the day of the run. */
class EndOfSupportTest {
    private static final RuleTester RULE = RuleTester.of(new EndOfSupport());

    @Test
    void eachReleasePastItsDayIsFound() {
        RULE.servers("mail01: {os: Windows Server 2012 R2, exchange: Exchange 2016 CU23}")
                .finds("error servers.mail01.os", "error servers.mail01.exchange");
    }

    @Test
    void aReleaseWhoseDayIsToComeIsSilent() {
        // Until January of the year after the day on which tests are run.
        RULE.servers("file01: {os: Windows Server 2016}").isSilent();
    }

    @Test
    void theEndOfALevelThatIsNewerThanTheCatalogIsNotKnown() {
        RULE.servers("mail01: {os: 10.0.29000, exchange: Exchange 2016 CU24}").isSilent();
    }

    @Test
    void aReleaseOfWhichNoDayIsKnownIsSilent() {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange Server SE}")
                .isSilent();
    }
}
