package io.github.serverlint.rule.estate;

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

/** Which machines are named that are too old for a feature, and that none is named twice. */
class FeatureNeedsNewerWindowsTest {

    private static List<String> messages(String servers) {
        return new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(new SourceFile("a.yaml", "servers:\n" + servers)),
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)
                        .findings()
                        .stream()
                        .map(Finding::message)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|the domain controller \"dc1\" runs",
                "2|the domain controllers \"dc1\", \"dc2\" run",
                "3|the domain controllers \"dc1\", \"dc2\", \"dc3\" run",
                "4|the domain controllers \"dc1\", \"dc2\", \"dc3\" and more run",
            })
    void ofMachinesThatAreTooOldTheFirstAreNamed(int count, String named) {
        StringBuilder servers = new StringBuilder("  mail01: {os: Windows Server 2003 SP1,"
                + " exchange: Exchange 2003 SP1, features: [linked-value-replication]}\n");
        for (int i = 1; i <= count; i++) {
            servers.append("  dc" + i + ": {os: Windows 2000 Server SP4, roles: [domain-controller]}\n");
        }
        assertThat(messages(servers.toString()))
                .containsExactly("\"mail01\" enables linked value replication, and " + named
                        + " Windows 2000 Server; it needs Windows Server 2003 or later there.");
    }

    @Test
    void aServerThatIsTooOldIsNotSaidToBeAGlobalCatalogThatIsTooOld() {
        String server = ": {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1, roles: [global-catalog],"
                + " features: [rpc-over-http]}\n";
        assertThat(messages("  dc01" + server))
                .containsExactly("\"dc01\" enables RPC over HTTP on Windows 2000 Server SP4; it needs Windows Server"
                        + " 2003 or later.");
        assertThat(messages("  dc01" + server + "  dc02: {os: Windows 2000 Server SP4, roles: [global-catalog]}\n"))
                .hasSize(2)
                .last()
                .asString()
                .contains("and the global catalog \"dc02\" runs Windows 2000 Server");
    }
}
