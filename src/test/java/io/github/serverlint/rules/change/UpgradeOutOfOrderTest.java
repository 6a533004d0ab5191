package io.github.serverlint.rules.change;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** What counts as a stage of a change or comes too early as a step, and what does not. */
class UpgradeOutOfOrderTest {
    private static final RuleTester RULE = RuleTester.of(new UpgradeOutOfOrder());

    private static RuleTester change(String before, String after) {
        return RULE.servers("mail01: {" + before + "}").becomes().servers("mail01: {" + after + "}");
    }

    @Test
    void aStepThatComesTooEarlyIsFound() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP2}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .finds("error step 1")
                .says("1. Exchange 2000 Server SP3, 2. Exchange Server 2003");
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .isSilent();
    }

    @Test
    void aLevelThatIsNotSaidIsNotJudged() {
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000}")
                .steps("upgrade: mail01, to: Exchange Server 2003")
                .isNotJudgedFor("the level of Exchange 2000 Server of mail01");
    }

    @Test
    void twoUpgradesInOneChangeAreFound() {
        change(
                        "os: Windows 2000 SP4, exchange: Exchange 2000 SP3",
                        "os: Windows Server 2003, exchange: Exchange 2003 SP1")
                .finds("error servers.mail01.os")
                .says("1. Exchange Server 2003 SP1, 2. Windows Server 2003");
        change("os: Windows 2000 SP4, exchange: Exchange 2000 SP3", "os: Windows 2000 SP4, exchange: Exchange 2003 SP1")
                .isSilent();
    }

    @Test
    void anExchangeThatIsGoneIsRemovedBeforeWindowsIsUpgraded() {
        change("os: Windows 2000 SP4, exchange: Exchange 2000 SP3", "os: Windows Server 2003 SP1")
                .says("the order is 1. removal of Exchange 2000 Server SP3, 2. Windows Server 2003 SP1.");
        change("os: Windows 2000 SP4, exchange: Exchange 2000 SP3", "os: Windows 2000 SP4")
                .isSilent();
    }

    @Test
    void whatRunsBesideExchangeIsNoStage() {
        change(
                        "os: Windows Server 2008 SP2, dotnet: .NET Framework 4.5.2",
                        "os: Windows Server 2008 R2 SP1, dotnet: .NET Framework 4.8")
                .isSilent();
    }

    @Test
    void aFeatureIsAStageOnlyIfItNeedsTheNewWindows() {
        String exchange = ", exchange: Exchange 2003 SP1";
        String sp1 = "os: Windows Server 2003 SP1" + exchange;
        change("os: Windows 2000 SP4" + exchange, sp1 + ", features: [volume-shadow-copy]")
                .says("1. Windows Server 2003 SP1, 2. Volume Shadow Copy");
        // What the old Windows had.
        change(sp1, "os: Windows Server 2003 R2 SP2" + exchange + ", features: [rpc-over-http]")
                .isSilent();
        // What domain controllers need, and not the server.
        change("os: Windows 2000 SP4" + exchange, sp1 + ", features: [linked-value-replication]")
                .isSilent();
    }

    @Test
    void frontEndsComeBeforeTheirBackEnd() {
        String backEnd = "be01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, roles: [back-end]}";
        RULE.servers("fe01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, roles: [front-end]}", backEnd)
                .steps("upgrade: be01, to: Exchange 2003 SP1")
                .finds("error step 1")
                .says("before the front end \"fe01\"");
        RULE.servers("mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, roles: [front-end, back-end]}")
                .steps("upgrade: mail01, to: Exchange 2003 SP1")
                .isSilent();
    }
}
