package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.FieldConfidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which machines the shipped layouts keep, and that nothing of an Exchange passes in silence. */
class ShippedServersTest {

    private static Mapped host(String variables) {
        return Mapped.shipped("ansible", Map.of("hosts.yml", "all: {hosts: {mx1: {" + variables + "}}}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws2012r2-bios",
                "amazon/Windows_Server-2022-English-Full-Base",
                "Windows Server 2019 (arch x64)",
                "WS2022 (arch x64)",
                "research/win2016",
                "linux-host/w2k19",
                "windows9Server64Guest"
            })
    void noPartOfAWordMakesAnotherSystemOfWindows(String os) {
        assertThat(host("exchange_version: 2019, os: '" + os + "'").names()).containsExactly("mx1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ubuntu 22.04",
                "bento/ubuntu2204",
                "ubuntu64Guest",
                "generic/rhel9",
                "almalinux/9",
                "freebsd13",
                "Arch",
                "cisco/ios",
                "darwin2021-macos",
                "Windows 10 Pro",
                "acme/win11"
            })
    void otherSystemsAndWorkstationsAreLeftOut(String os) {
        assertThat(host("os: '" + os + "'").names()).isEmpty();
    }

    @Test
    void aWorkstationThatHasExchangeStays() {
        assertThat(host("os: Windows 10, exchange_version: 2019").names()).containsExactly("mx1");
    }

    @Test
    void mediaAreCalledExchAndExToo() {
        for (String medium : List.of("exch2019cu12.iso", "ex2019-cu12.iso", "Exchange2019-CU12.iso")) {
            assertThat(host("os: W2022, exchange_iso_url: 'https://files/" + medium + "?sig=abc'")
                            .fields())
                    .contains("mx1 exchange = " + medium + " KNOWN at 1:50 by var exchange_iso_url");
        }
    }

    @Test
    void aMediumWhoseNameSaysNothingIsNotPassedOver() {
        assertThat(host("os: W2022, exchange_iso_url: 'https://files/mail.iso?sig=abc'")
                        .fields())
                .contains("mx1 exchange = mail.iso WEAK at 1:50 by var exchange_iso_url");
        assertThat(host("os: W2022, exchange_version: 2019, exchange_iso: mail.iso")
                        .fields())
                .contains("mx1 exchange = 2019 KNOWN at 1:50 by var exchange_version");
    }

    @Test
    void aMappingOfExchangeIsReadOrAWarning() {
        assertThat(host("os: W2022, exchange: {version: 2019, cu: 12}").fields())
                .contains(
                        "mx1 exchange = 2019 KNOWN at 1:52 by var $.exchange.version",
                        "mx1 exchange.cumulative-update = 12 KNOWN at 1:62 by var $.exchange.cu");
        assertThat(Mapped.shipped(
                                "ansible",
                                Map.of(
                                        "hosts.yml", "mail: {hosts: {mx1: , mx2: }}\n",
                                        "group_vars/mail.yml", "os: W2022\nexchange: {build: x}\n"))
                        .findings())
                .containsExactly("lab/group_vars/mail.yml:2:11: warning: \"exchange\" takes text, and here stands a"
                        + " mapping, so nothing was read from it.");
    }

    @Test
    void windowsAloneSaysNothing() {
        assertThat(host("os: Windows, template: win2022-server-x64").fields())
                .containsExactly("mx1 os = win2022-server-x64 KNOWN at 1:44 by var template");
        assertThat(host("os: Windows Server").fields())
                .containsExactly("mx1 os = Windows Server KNOWN at 1:25 by var os");
    }

    @Test
    void ludusKeepsServersAndWhatHasExchange() {
        Mapped found = Mapped.shipped("ludus", Map.of("range-config.yml", """
                ludus:
                  - {vm_name: mx1, template: win2012r2-server-x64-template, windows: {}, roles: [aleemladha.ludus_exchange]}
                  - {vm_name: dc1, template: win2022-server-x64-template, windows: }
                  - {vm_name: pc1, template: win10-21h1-x64-enterprise-template, windows: {}}
                  - {vm_name: pc2, template: win11-22h2-x64-enterprise-template, windows: {}, roles: [aleemladha.ludus_exchange]}
                  - {vm_name: lnx, template: debian-12-x64-server-template, linux: true}
                """));
        assertThat(found.names()).containsExactly("mx1", "dc1", "pc2");
        assertThat(found.field("mx1", "exchange").state()).isEqualTo(FieldConfidence.WEAK);
    }

    @Test
    void kubevirtReadsListsAndLabelsThatAreKeys() {
        Mapped found = Mapped.shipped("kubevirt", Map.of("vms.yaml", """
                kind: List
                items:
                  - kind: VirtualMachine
                    metadata: {name: mx1, labels: {os.template.kubevirt.io/win2k16: "true"}}
                  - kind: VirtualMachine
                    metadata: {name: pc1, labels: {kubevirt.io/os: win10}}
                  - kind: VirtualMachine
                    metadata: {name: mx2, labels: {kubevirt.io/os: win10}, annotations: {serverlint/exchange: '2019'}}
                """));
        assertThat(found.names()).containsExactly("mx1", "mx2");
        assertThat(found.field("mx1", "os").value().map(ValueChecks::text)).contains("Windows Server 2016");
    }

    @Test
    void layersThatAreNotThereAreSaid() {
        Mapped found = Mapped.shipped(
                "datum",
                Map.of(
                        "AllNodes/Prod/MX01.yml", "NodeName: MX01\nRole: mailbox\n",
                        "AllNodes/Prod/MX02.yml", "NodeName: MX02\nRole: Mailbx\n",
                        "AllNodes/Prod/MX03.yml", "NodeName: MX03\nRole: Mailbx\n",
                        "Roles/Mailbox.yml", "OperatingSystem: Windows Server 2022\n"));
        assertThat(found.fields())
                .containsExactly("MX01 os = Windows Server 2022 KNOWN at 1:18 by var OperatingSystem");
        assertThat(found.notices())
                .contains("lab/AllNodes/Prod/MX02.yml:2:7: There is no file Roles/Mailbx.yml, the layer"
                        + " ${file.base}Roles/${node.Role}.yml of the machine \"MX02\" and of 1 other.");
    }

    @Test
    void cloudFormationKeepsWindowsWhateverElseItsNameHolds() {
        Mapped found = Mapped.shipped("cloudformation", Map.of("mail.yaml", """
                Resources:
                  Mail: {Type: 'AWS::EC2::Instance', Properties: {Tags: [{Key: OperatingSystem, Value: amzn/Windows Server 2022}]}}
                  Web: {Type: 'AWS::EC2::Instance', Properties: {Tags: [{Key: OperatingSystem, Value: amzn2}]}}
                """));
        assertThat(found.names()).containsExactly("Mail");
    }
}
