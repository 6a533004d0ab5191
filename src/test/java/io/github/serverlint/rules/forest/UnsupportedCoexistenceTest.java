package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Releases of Exchange that stand in one forest. */
class UnsupportedCoexistenceTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedCoexistence());

    private static String server(String name, String exchange) {
        return name + ": {os: Windows Server 2016, exchange: " + exchange + "}";
    }

    @Test
    void aPairThatIsDeniedIsFoundAtTheNewer() {
        RULE.servers(server("old01", "Exchange 5.5 SP4"), server("new01", "Exchange 2007 SP1"))
                .finds("error servers.new01.exchange");
    }

    @Test
    void aPairThatIsNotListedIsFoundAtTheNewer() {
        RULE.servers(server("old01", "Exchange 5.5 SP4"), server("new01", "Exchange 2019 CU14"))
                .finds("error servers.new01.exchange");
    }

    @Test
    void aPairThatIsListedIsSilent() {
        RULE.servers(server("old01", "Exchange 2016 CU23"), server("new01", "Exchange 2019 CU14"))
                .isSilent();
        RULE.servers(server("old01", "Exchange 5.5 SP4"), server("new01", "Exchange 5.5 SP3"))
                .isSilent();
    }

    @Test
    void aLevelThatIsTooLowForTheOtherIsFound() {
        RULE.servers(server("old01", "Exchange 2010 SP3 RU10"), server("new01", "Exchange 2016 CU4"))
                .finds("error servers.old01.exchange");
        RULE.servers(server("old01", "Exchange 2010 SP3 RU11"), server("new01", "Exchange 2016 CU4"))
                .isSilent();
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudged() {
        RULE.servers(server("old01", "Exchange 2010"), server("new01", "Exchange 2016 CU4"))
                .isNotJudgedFor("the service pack of Exchange Server 2010 of old01");
    }

    @Test
    void forestsThatAreNotSaidAreNotJudged() {
        RULE.twoForests()
                .servers(server("old01", "Exchange 5.5 SP4"), server("new01", "Exchange 2007 SP1"))
                .isNotJudgedFor("the forest of old01", "the forest of new01");
    }

    /** The floors rise with the level of the newer release. */
    @Test
    void eachLevelOfTheNewerHasItsOwnFloor() {
        RULE.servers(server("old01", "Exchange 2016 CU22"), server("new01", "Exchange 2019 CU14"))
                .isSilent();
        RULE.servers(server("old01", "Exchange 2016 CU22"), server("new01", "Exchange 2019 CU15"))
                .finds("warning servers.old01.exchange");
        RULE.servers(server("old01", "Exchange 2016 CU10"), server("new01", "Exchange 2019 CU15"))
                .finds("warning servers.old01.exchange");
        RULE.servers(
                        server("old01", "Exchange 2016 CU10"),
                        server("new01", "Exchange 2019 CU15"),
                        server("new02", "Exchange 2019 CU14"))
                .finds("error servers.old01.exchange");
    }

    @Test
    void aFloorThatTheLevelOfTheNewerDecidesIsNotJudgedWithoutIt() {
        RULE.servers(server("old01", "Exchange 2016 CU22"), server("new01", "Exchange 2019"))
                .isNotJudgedFor("the service pack of Exchange Server 2019 of new01");
        RULE.servers(server("old01", "Exchange 2016 CU10"), server("new01", "Exchange 2019"))
                .finds("error servers.old01.exchange");
        RULE.servers(server("old01", "Exchange 2016 CU23"), server("new01", "Exchange 2019"))
                .isSilent();
    }

    @Test
    void levelsOfOneReleaseStandBesideEachOther() {
        RULE.servers(server("old01", "Exchange 2019 CU12"), server("new01", "Exchange 2019 CU15"))
                .finds("warning servers.old01.exchange")
                .says("runs Exchange Server 2019 CU12 in one forest with Exchange Server 2019 CU15 on \"new01\"");
        RULE.servers(server("old01", "Exchange 2019 CU13"), server("new01", "Exchange 2019 CU15"))
                .isSilent();
        RULE.servers(server("old01", "Exchange 2019 CU1"), server("new01", "Exchange 2019 CU14"))
                .isSilent();
        RULE.servers(server("old01", "Exchange 2019"), server("new01", "Exchange 2019 CU15"))
                .isNotJudgedFor("the service pack of Exchange Server 2019 of old01");
        RULE.servers(server("old01", "Exchange 2019"), server("new01", "Exchange 2019"))
                .isSilent();
    }

    @Test
    void subscriptionEditionAsksForTheLastLevels() {
        RULE.servers(server("old01", "Exchange 2016 CU22"), server("new01", "Exchange SE"))
                .finds("error servers.old01.exchange");
        RULE.servers(server("old01", "Exchange 2019 CU13"), server("new01", "Exchange SE"))
                .finds("warning servers.old01.exchange");
        RULE.servers(
                        server("old01", "Exchange 2016 CU23"),
                        server("old02", "Exchange 2019 CU14"),
                        server("new01", "Exchange SE"))
                .isSilent();
    }
}
