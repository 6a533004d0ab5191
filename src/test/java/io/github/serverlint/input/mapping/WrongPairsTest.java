package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pairs that no single line spells out, from the files of other tools to the finding. */
class WrongPairsTest {

    private static List<String> lint(String layoutName, String path, String text) {
        InputFormat inputFormat =
                MappedFormat.shipped(layoutName, Sample.CATALOG).orElseThrow();
        SourceFile file = new SourceFile("lab/" + path, text)
                .foundAt(path, inputFormat.scope().confidential());
        return new TextLinter(Sample.CATALOG)
                        .lint(inputFormat, List.of("lab"), List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF)
                        .findings()
                        .stream()
                        .map(finding ->
                                finding.span() + " " + finding.severity().word() + " "
                                        + finding.rule().id() + ": " + finding.message())
                        .toList();
    }

    @Test
    void whatARoleInstallsByDefaultIsTooOldForTheWindowsBelowIt() {
        assertThat(lint("ludus", "range.yml", """
                ludus:
                  - vm_name: mx01
                    template: win2022-server-x64-template
                    windows: {sysprep: true}
                    roles: [aleemladha.ludus_exchange]
                """))
                .containsExactly(
                        "lab/range.yml:5:13 warning service-pack-too-low: \"mx01\" runs Exchange Server 2019 CU9 on"
                                + " Windows Server 2022, and that needs Exchange Server 2019 CU12 or later.");
    }

    @Test
    void whatCannotBeParsedOfAnExchangeIsAWarning() {
        assertThat(lint("ludus", "range.yml", """
                ludus:
                  - vm_name: mx01
                    template: win2012r2-server-x64-template
                    windows: {}
                    roles: [aleemladha.ludus_exchange]
                """))
                .containsExactly(
                        "lab/range.yml:5:13 warning unknown-release: \"Exchange Server\" in server \"mx01\" is no release"
                                + " of Exchange Server that the catalog knows.");
        assertThat(lint("ansible", "hosts.yml", "all: {hosts: {mx1: {os: W2022, exchange_iso: mail.iso}}}\n"))
                .singleElement()
                .asString()
                .startsWith("lab/hosts.yml:1:46 warning unknown-release: \"mail.iso\" in server \"mx1\"");
    }

    @Test
    void theNameOfAMediumMayBeShort() {
        assertThat(lint("ansible", "hosts.yml", "all: {hosts: {mx1: {os: W2022, exchange_iso: exch2019cu11.iso}}}\n"))
                .containsExactly(
                        "lab/hosts.yml:1:46 error service-pack-too-low: \"mx1\" runs Exchange Server 2019 CU11 on"
                                + " Windows Server 2022, and that needs Exchange Server 2019 CU12 or later.");
    }

    @Test
    void theImageCountsAndNotTheNameOfTheHost() {
        assertThat(lint("ansible", "hosts.yml", """
                all:
                  hosts:
                    SERVER2019: {vagrant_box: acme/WindowsServer2022, exchange_version: 2016}
                """))
                .containsExactly(
                        "lab/hosts.yml:3:73 error unsupported-platform: \"SERVER2019\" runs Exchange Server 2016 on"
                                + " Windows Server 2022, which does not support it.");
    }

    @Test
    void theImageCountsAndNotTheDescription() {
        assertThat(lint("kubevirt", "vm.yaml", """
                kind: VirtualMachine
                metadata:
                  name: mx01
                  labels: {vm.kubevirt.io/template: windows2k19-server-medium}
                  annotations: {description: Windows Server 2016, serverlint/exchange: Exchange 2016 CU23}
                """))
                .containsExactly(
                        "lab/vm.yaml:5:72 error unsupported-platform: \"mx01\" runs Exchange Server 2016 CU23 on"
                                + " Windows Server 2019, which does not support it.");
    }

    @Test
    void aMachinesOwnWindowsAndTheMediumOfItsRole() {
        assertThat(lint("datum", "AllNodes/Prod/MX01.yml", """
                OperatingSystem: Windows Server 2022
                ExchangeProvisioning: {Role: Mailbox, IsoFilePath: 'C:\\Install\\ExchangeServer2016-x64-CU23.ISO'}
                """))
                .containsExactly(
                        "lab/AllNodes/Prod/MX01.yml:2:52 error unsupported-platform: \"MX01\" runs Exchange Server"
                                + " 2016 CU23 on Windows Server 2022, which does not support it.");
    }

    @Test
    void theDefaultsOfParametersMakeWarnings() {
        assertThat(lint("cloudformation", "exchange.yaml", """
                Parameters:
                  ExchangeServerVersion: {Default: '2016'}
                  Image: {Default: /aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}
                Resources:
                  ExchangeNode: {Type: 'AWS::EC2::Instance', Properties: {ImageId: !Ref Image}}
                """))
                .containsExactly(
                        "lab/exchange.yaml:2:36 warning unsupported-platform: \"ExchangeNode\" runs Exchange Server"
                                + " 2016 on Windows Server 2022, which does not support it.");
    }

    @Test
    @Slow
    @Tag("large")
    void twentyThousandHostsAreReadInSeconds() throws Exception {
        int hosts = Slow.WHOLE ? 20_000 : 2_000;
        StringBuilder inventory = new StringBuilder("all:\n  vars: {exchange_version: 2019, os: W2022}\n  hosts:\n");
        for (int i = 0; i < hosts; i++) {
            inventory.append("    mx").append(i).append(":\n");
        }
        // An algorithm that is quadratic takes minutes.
        Mapped found = ProcessorTime.within(
                hosts / 1_000, () -> Mapped.shipped("ansible", Map.of("hosts.yml", inventory.toString())));
        assertThat(found.names()).hasSize(hosts);
    }
}
