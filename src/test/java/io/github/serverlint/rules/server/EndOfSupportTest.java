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
    void aLevelEndsWithTheNextButOne() {
        // CU13 of 2019 ended when CU15 came out, on 2025-02-10.
        level("2025-02-10", "Exchange 2019 CU13").isSilent();
        level("2025-02-11", "Exchange 2019 CU13").finds("error servers.mail01.exchange");
        level("2025-02-11", "Exchange 2019 CU14").isSilent();
        level("2021-07-01", "Exchange 2019 CU8").finds("error servers.mail01.exchange");
        level("2021-07-01", "Exchange 2019 CU9").isSilent();
    }

    @Test
    void aServicePackEndsOnItsDay() {
        level("2013-01-08", "Exchange 2010 SP1").isSilent();
        level("2013-01-09", "Exchange 2010 SP1 RU8").finds("error servers.mail01.exchange");
        level("2014-04-09", "Exchange 2010 SP3").isSilent();
    }

    @Test
    void anUnknownLevelIsNotJudgedWhileSomeAreSupported() {
        level("2025-06-01", "Exchange 2019").isNotJudgedFor("the service pack of Exchange Server 2019 of mail01");
        level("2025-12-01", "Exchange 2019").finds("error servers.mail01.exchange");
    }

    private static RuleTester level(String day, String exchange) {
        return RULE.asOf(day).servers("mail01: {os: Windows Server 2022, exchange: " + exchange + "}");
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
