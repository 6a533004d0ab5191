package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** The preparations that a forest declares, or does not. */
class ForestNotPreparedTest {
    private static final RuleTester RULE = RuleTester.of(new ForestNotPrepared());

    private static final String OLD_MAIL = "mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}";
    private static final String NEW_MAIL = "mail01: {os: Windows 2000 SP4, exchange: Exchange Server 2003}";
    private static final String NEW_DC = "dc01: {os: Windows Server 2003, roles: [domain-controller]}";

    @Test
    void aListThatLacksAPreparationIsFound() {
        RULE.forest("prepared: [exchange-2003-forestprep]")
                .servers(NEW_MAIL)
                .finds("error forests.corp.example.com.prepared")
                .says("Exchange 2003 DomainPrep is not declared");
        RULE.forest("prepared: [exchange-2003-forestprep, exchange-2003-domainprep]")
                .servers(NEW_MAIL)
                .isSilent();
    }

    @Test
    void aForestThatDeclaresNothingIsNotAskedForThem() {
        RULE.servers(NEW_MAIL).isSilent();
    }

    @Test
    void aNewerDomainControllerBesideTheOldExchangeIsFound() {
        RULE.servers(OLD_MAIL, NEW_DC).finds("error servers.mail01.exchange");
        RULE.servers(OLD_MAIL, "dc01: {os: Windows 2000 SP4, roles: [domain-controller]}")
                .isSilent();
        RULE.forest("prepared: [inetorgperson-fix]").servers(OLD_MAIL, NEW_DC).isSilent();
    }

    @Test
    void whatMayHaveDoneAsWellIsAWarning() {
        RULE.forest("prepared: [exchange-2003-forestprep, exchange-2003-domainprep]")
                .servers(OLD_MAIL, NEW_DC)
                .finds("warning forests.corp.example.com.prepared");
    }

    @Test
    void aForestThatIsNotSaidIsNotJudged() {
        RULE.twoForests().servers(NEW_MAIL).isNotJudgedFor("the forest of mail01");
    }
}
