package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions of the schema beside domain controllers on Windows Server 2025 before its update of November 2025. */
class UnsafeSchemaExtensionTest {
    private static final RuleTester RULE = RuleTester.of(new UnsafeSchemaExtension());
    private static final String PREPARE = "prepare: corp.example.com, with: exchange-se-preparead";

    private static RuleTester besideDomainController(String os) {
        return RULE.forest("").servers(dc("dc01", os));
    }

    private static String dc(String name, String os) {
        return name + ": {os: " + os + ", roles: [domain-controller]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.26100.1",
                "10.0.26100.1742",
                "10.0.26100.7092",
                "10.0.26100.7170",
                "Windows Server 2025 (10.0.26100.4652)",
                "Windows Server 2025 RTM"
            })
    void aBuildBelowTheUpdateIsFound(String os) {
        besideDomainController(os).steps(PREPARE).finds("warning step 1").says("lacks Update-2025-11");
    }

    /** Since 2026 the last number of a server's build is in the tens of thousands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.26100.7171",
                "10.0.26100.7178",
                "10.0.26100.33158",
                "Windows Server 2025 Update-2025-11",
                "Windows Server 2022",
                "10.0.20348.4405",
                "10.0.29000.1"
            })
    void aServerWithTheUpdateOrAnotherWindowsIsSilent(String os) {
        besideDomainController(os).steps(PREPARE).isSilent();
    }

    /** What most tools print says nothing of updates; Ansible always has 0 as the last number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Windows Server 2025",
                "10.0.26100",
                "10.0.26100.0",
                "Windows Server 2025 Datacenter",
                "Windows Server 2025 KB5068861"
            })
    void anUnknownBuildIsNotJudged(String os) {
        besideDomainController(os).steps(PREPARE).isNotJudgedFor("the build of Windows Server 2025 of dc01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exchange-2003-forestprep",
                "exchange-2016-prepareschema",
                "Exchange 2019 /PrepareAD",
                "Exchange Server 2013 PrepareSchema",
                "exchange-se-prepare-ad",
                "PrepareAD SE"
            })
    void everyExtensionByExchangeCounts(String preparation) {
        besideDomainController("10.0.26100.1742")
                .steps("prepare: corp.example.com, with: " + preparation)
                .finds("warning step 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adprep", "inetorgperson-fix", "exchange-2003-domainprep"})
    void otherPreparationsAreSilent(String preparation) {
        besideDomainController("10.0.26100.1742")
                .steps("prepare: corp.example.com, with: " + preparation)
                .isSilent();
    }

    @Test
    void eachPreparationIsFoundOnceHoweverManyServersLackIt() {
        RULE.forest("")
                .servers(
                        dc("dc01", "10.0.26100.1742"), dc("dc02", "10.0.26100.1742"), dc("dc03", "Windows Server 2025"))
                .steps("prepare: corp.example.com, with: exchange-se-prepareschema", PREPARE)
                .finds("warning step 1", "warning step 2");
    }

    @Test
    void aForestThatIsPreparedIsSilent() {
        RULE.forest("prepared: [schema-fix-2025]")
                .servers(dc("dc01", "10.0.26100.1742"))
                .steps(PREPARE)
                .isSilent();
        besideDomainController("Windows Server 2025")
                .steps("prepare: corp.example.com, with: schema-fix-2025", PREPARE)
                .isSilent();
    }

    @Test
    void anUpdateBeforeItIsEnough() {
        besideDomainController("10.0.26100.1742")
                .steps("upgrade: dc01, to: Windows Server 2025 (10.0.26100.7171)", PREPARE)
                .isSilent();
    }

    @Test
    void aServerThatIsNoDomainControllerIsSilent() {
        RULE.forest("")
                .servers("mail01: {os: 10.0.26100.1742, exchange: Exchange SE}", dc("dc01", "Windows Server 2022"))
                .steps(PREPARE)
                .isSilent();
    }

    @Test
    void aPreparationThatAChangeAddsIsFound() {
        besideDomainController("10.0.26100.1742")
                .becomes()
                .forest("prepared: [exchange-2019-preparead]")
                .servers(dc("dc01", "10.0.26100.1742"))
                .finds("warning forests.corp.example.com.prepared");
        RULE.forest("prepared: [exchange-2019-preparead]")
                .servers(dc("dc01", "10.0.26100.1742"))
                .becomes()
                .forest("prepared: [exchange-2019-preparead, adprep]")
                .servers(dc("dc01", "10.0.26100.1742"))
                .isSilent();
    }
}
