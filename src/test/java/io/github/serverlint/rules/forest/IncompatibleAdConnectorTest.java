package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** An Active Directory Connector in its forest. */
class IncompatibleAdConnectorTest {
    private static final RuleTester RULE = RuleTester.of(new IncompatibleAdConnector());

    private static final String CONNECTOR = "adc01: {os: Windows 2000 SP4, ad-connector: Exchange 2000 SP3}";
    private static final String NEW_DC = "dc01: {os: Windows Server 2003, roles: [domain-controller]}";

    @Test
    void aNewerDomainControllerIsFound() {
        RULE.forest("domain-mode: native").servers(CONNECTOR, NEW_DC).finds("error servers.adc01.ad-connector");
    }

    @Test
    void theForestThatWasPreparedForItIsSilent() {
        RULE.forest("domain-mode: mixed, prepared: [inetorgperson-fix]")
                .servers(CONNECTOR, NEW_DC)
                .isSilent();
        RULE.forest("domain-mode: native, prepared: [inetorgperson-fix]")
                .servers(CONNECTOR, NEW_DC)
                .finds("error servers.adc01.ad-connector");
    }

    @Test
    void anOldDomainControllerAndANewConnectorAreSilent() {
        RULE.servers(CONNECTOR, "dc01: {os: Windows 2000 SP4, roles: [domain-controller]}")
                .isSilent();
        RULE.servers("adc01: {os: Windows 2000 SP4, ad-connector: Exchange 2003}", NEW_DC)
                .isSilent();
    }

    @Test
    void aRaisedForestIsFound() {
        RULE.forest("functional-level: Windows Server 2003 interim")
                .servers(CONNECTOR)
                .finds("error servers.adc01.ad-connector");
        RULE.forest("functional-level: Windows 2000").servers(CONNECTOR).isSilent();
    }

    @Test
    void aDomainModeThatIsNotSaidDoesNotExcuse() {
        RULE.servers(CONNECTOR, NEW_DC).finds("error servers.adc01.ad-connector");
    }

    @Test
    void aForestThatIsNotSaidIsNotJudged() {
        RULE.twoForests().servers(CONNECTOR).isNotJudgedFor("the forest of adc01");
    }
}
