package io.github.serverlint.rule.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.engine.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a stage of a change, and what does not. */
class UpgradeOutOfOrderTest {

    private static List<String> found(String before, String after) {
        return new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(server(before)),
                                List.of(server(after)),
                                false,
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)
                        .findings()
                        .stream()
                        .filter(finding -> finding.rule().id().equals("upgrade-out-of-order"))
                        .map(Finding::message)
                        .toList();
    }

    private static SourceFile server(String definition) {
        return new SourceFile("a.yaml", "servers:\n  mail01: {" + definition + "}\n");
    }

    @Test
    void anExchangeThatIsGoneIsRemovedBeforeWindowsIsUpgraded() {
        assertThat(found("os: Windows 2000 SP4, exchange: Exchange 2000 SP3", "os: Windows Server 2003 SP1"))
                .singleElement()
                .asString()
                .endsWith("the order is 1. removal of Exchange 2000 Server SP3, 2. Windows Server 2003 SP1.");
        assertThat(found("os: Windows 2000 SP4, exchange: Exchange 2000 SP3", "os: Windows 2000 SP4"))
                .isEmpty();
    }

    @Test
    void whatRunsBesideExchangeIsNoStage() {
        assertThat(found(
                        "os: Windows Server 2008 SP2, dotnet: .NET Framework 4.5.2",
                        "os: Windows Server 2008 R2 SP1, dotnet: .NET Framework 4.8"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // What the old Windows had.
        "Windows Server 2003 SP1, Windows Server 2003 R2 SP2, rpc-over-http",
        // What domain controllers need, and not the server.
        "Windows 2000 SP4, Windows Server 2003 SP1, linked-value-replication",
    })
    void aFeatureThatDoesNotNeedTheNewWindowsIsNoStage(String before, String after, String feature) {
        String exchange = ", exchange: Exchange 2003 SP1";
        assertThat(found("os: " + before + exchange, "os: " + after + exchange + ", features: [" + feature + "]"))
                .isEmpty();
    }

    @Test
    void aServerThatIsItsOwnFrontEndHasNoneBeforeIt() {
        String estate = """
                servers:
                  mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, roles: [front-end, back-end]}
                migrations:
                  rollout:
                    steps:
                      - back-up: mail01
                      - {upgrade: mail01, to: Exchange 2003 SP1}
                """;
        assertThat(new TextLinter(Sample.CATALOG)
                        .lint(List.of(new SourceFile("a.yaml", estate)), RuleSeverities.DEFAULT, Sample.AS_OF)
                        .findings())
                .isEmpty();
    }
}
