package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** Preparations of Exchange in a forest whose schema master may be a Windows Server 2025 without its update. */
class UnsafeSchemaExtensionTest {
    private static final RuleTester RULE = RuleTester.of(new UnsafeSchemaExtension());
    private static final String MAIL = "mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU15}";
    private static final String PREPARE = "prepare: corp.example.com, with: exchange-se-preparead";

    private static RuleTester controller(String windows) {
        return RULE.forest("").servers(MAIL, "dc01: {os: " + windows + ", roles: [domain-controller]}");
    }

    @Test
    void aControllerBelowTheUpdateIsAWarning() {
        controller("10.0.26100.4652").steps(PREPARE).finds("warning step 1");
        controller("10.0.26100.7170").steps(PREPARE).finds("warning step 1");
    }

    @Test
    void eachPreparationIsOneWarning() {
        RULE.forest("")
                .servers(
                        MAIL,
                        "dc01: {os: 10.0.26100.4652, roles: [domain-controller]}",
                        "dc02: {os: 10.0.26100.4652, roles: [domain-controller]}")
                .steps("prepare: corp.example.com, with: exchange-se-prepareschema", PREPARE)
                .finds("warning step 1", "warning step 2");
    }

    @Test
    void theUpdateAndLaterOnesAreFine() {
        controller("10.0.26100.7171").steps(PREPARE).isSilent();
        controller("10.0.26100.9000").steps(PREPARE).isSilent();
        controller("Windows Server 2022").steps(PREPARE).isSilent();
        controller("10.0.29000").steps(PREPARE).isSilent();
    }

    @Test
    void aControllerOfWhichTheBuildIsNotSaidIsNotJudged() {
        controller("Windows Server 2025").steps(PREPARE).isNotJudgedFor("the build of Windows Server 2025 of dc01");
        controller("10.0.26100").steps(PREPARE).isNotJudgedFor("the build of Windows Server 2025 of dc01");
    }

    @Test
    void aForestThatSaysThatTheSchemaMasterIsFineIsSilent() {
        RULE.forest("prepared: [schema-fix-2025]")
                .servers(MAIL, "dc01: {os: 10.0.26100.4652, roles: [domain-controller]}")
                .steps(PREPARE)
                .isSilent();
    }

    @Test
    void aMemberServerIsNoSchemaMaster() {
        RULE.forest("")
                .servers(MAIL, "file01: {os: 10.0.26100.4652}")
                .steps(PREPARE)
                .isSilent();
    }

    @Test
    void otherPreparationsAreSilent() {
        controller("10.0.26100.4652")
                .steps("prepare: corp.example.com, with: schema-fix-2025")
                .isSilent();
    }

    @Test
    void aPreparationThatAChangeAddsIsFound() {
        String controller = "dc01: {os: 10.0.26100.4652, roles: [domain-controller]}";
        RULE.forest("prepared: []")
                .servers(MAIL, controller)
                .becomes()
                .forest("prepared: [exchange-se-preparead]")
                .servers(MAIL, controller)
                .finds("warning forests.corp.example.com.prepared");
    }
}
