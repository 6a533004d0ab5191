package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Front ends beside the back ends of their forest. */
class FrontEndOlderThanBackEndTest {
    private static final RuleTester RULE = RuleTester.of(new FrontEndOlderThanBackEnd());

    private static String frontEnd(String exchange) {
        return "fe01: {os: Windows 2000 SP4, exchange: " + exchange + ", roles: [front-end]}";
    }

    private static String backEnd(String name, String exchange) {
        return name + ": {os: Windows 2000 SP4, exchange: " + exchange + ", roles: [back-end]}";
    }

    @Test
    void aFrontEndOlderThanOneOfTheBackEndsIsFound() {
        RULE.servers(
                        frontEnd("Exchange 2000 SP3"),
                        backEnd("be01", "Exchange 2000 SP3"),
                        backEnd("be02", "Exchange 2003"))
                .finds("error servers.fe01.exchange")
                .says("be02");
    }

    @Test
    void aFrontEndAsNewOrNewerIsSilent() {
        RULE.servers(frontEnd("Exchange 2003"), backEnd("be01", "Exchange 2000 SP3"), backEnd("be02", "Exchange 2003"))
                .isSilent();
    }

    @Test
    void aPairThatIsListedIsSilentAlthoughItIsOlder() {
        RULE.servers(frontEnd("Exchange 5.5 SP4"), backEnd("be01", "Exchange 2000 SP3"))
                .isSilent();
    }

    @Test
    void withoutTheRolesThereIsNothingToCompare() {
        RULE.servers(
                        "mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}",
                        "mail02: {os: Windows 2000 SP4, exchange: Exchange 2003}")
                .isSilent();
    }

    @Test
    void aForestThatIsNotSaidIsNotJudged() {
        RULE.twoForests()
                .servers(frontEnd("Exchange 2000 SP3"), backEnd("be01", "Exchange 2003"))
                .isNotJudgedFor("the forest of fe01");
    }
}
