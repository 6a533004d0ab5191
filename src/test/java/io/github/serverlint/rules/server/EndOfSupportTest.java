package io.github.serverlint.rules.server;

import io.github.serverlint.rule.RuleTester;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aLevelEndsWithTheSecondUpdateAfterIt() {
        RuleTester old = RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU13}");
        old.asOf("2025-02-10").isSilent();
        old.asOf("2025-02-11").finds("error servers.mail01.exchange").says("CU13, whose support ended on 2025-02-10.");
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange 2019 CU9, 2021-09-28",
        "Exchange 2016 CU21, 2022-04-20",
        "Exchange 2016 CU22, 2023-01-10",
        "Exchange 2013 CU20, 2018-09-19",
        "Exchange 2013 CU1, 2013-10-09",
        "Exchange 2013 SP1, 2018-09-19",
        "Exchange 2010 SP2 RU8, 2014-04-08",
        "Exchange 2010 RTM RU5, 2011-10-11",
        "Exchange 2007 SP1, 2010-10-12",
        "Exchange 2003 SP1, 2008-01-08",
    })
    void aLevelEndsBeforeItsRelease(String exchange, String lastDay) {
        RuleTester old = RULE.servers("mail01: {os: Windows Server 2022, exchange: " + exchange + "}");
        LocalDate last = LocalDate.parse(lastDay);
        old.asOf(last.toString()).isSilent();
        old.asOf(last.plusDays(1).toString())
                .finds("error servers.mail01.exchange")
                .says("whose support ended on " + lastDay);
    }

    @Test
    void aServicePackOfWindowsEndsBeforeItsRelease() {
        RULE.servers("dc01: {os: Windows Server 2008 R2 RTM}")
                .asOf("2013-04-10")
                .finds("error servers.dc01.os");
        RULE.servers("dc01: {os: Windows Server 2008 R2 SP1}")
                .asOf("2013-04-10")
                .isSilent();
    }

    @Test
    void theLastLevelsEndWithTheirRelease() {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU14}")
                .asOf("2025-10-14")
                .isSilent();
        RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU14}")
                .asOf("2025-10-15")
                .finds("error servers.mail01.exchange");
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudgedWhereItDecides() {
        RuleTester unknown = RULE.servers("mail01: {os: Windows Server 2022, exchange: Exchange 2019}");
        unknown.asOf("2025-03-01").isNotJudgedFor("the service pack of Exchange Server 2019 of mail01");
        unknown.asOf("2019-03-01").isSilent();
        unknown.asOf("2025-10-15").finds("error servers.mail01.exchange");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Exchange 2019 CU15 | 2026-10-31 | Paid updates go on until 2026-10-31.
            Exchange 2019 CU15 | 2026-11-01 | Paid updates ended on 2026-10-31.
            Exchange 2019 CU13 | 2026-11-01 | Paid updates, which ended on 2026-10-31, are for Exchange Server 2019 CU14 or later only.
            Exchange 2016 CU22 | 2026-01-01 | Paid updates, which go on until 2026-10-31, are for Exchange Server 2016 CU23 or later only.
            Exchange 2019      | 2026-01-01 | Paid updates for CU14 or later go on until 2026-10-31.
            """)
    void paidUpdatesAreForTheLastLevels(String exchange, String asOf, String sentence) {
        RULE.servers("mail01: {os: Windows Server 2022, exchange: " + exchange + "}")
                .asOf(asOf)
                .explains(sentence);
    }
}
