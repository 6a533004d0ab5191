package io.github.serverlint.layout.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.layout.record.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layouts that ship with serverlint find in files as other tools have them. */
class ShippedLayoutsTest {

    static Iterable<String> names() {
        return MappingFile.shippedNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void allCanBeRead(String name) {
        MappingFile mapping = MappingFile.shipped(name, Sample.CATALOG).orElseThrow();
        assertThat(mapping.name()).isEqualTo(name);
        assertThat(mapping.includes()).isNotEmpty();
        assertThat(mapping.readsInventories()).isEqualTo(name.equals("ansible"));
    }

    @Test
    void anotherNameIsNone() {
        assertThat(MappingFile.shipped("native", Sample.CATALOG)).isEmpty();
    }

    @Test
    void ludus() {
        Mapped found = Mapped.shipped("ludus", Map.of("range-config.yml", """
                defaults: {ad_forest_functional_level: Win2012R2}
                ludus:
                  # This role installs Exchange 2019 CU9 by default, which does not run on Windows Server 2022.
                  - vm_name: "{{ range_id }}-mx1"
                    hostname: "{{ range_id }}-MX01"
                    template: win2022-server-x64-template
                    windows: {sysprep: true}
                    domain: {fqdn: corp.example, role: member}
                    roles: [acme.other, {name: aleemladha.ludus_exchange}]
                  # Its variables say something else.
                  - vm_name: "{{ range_id }}-mx2"
                    template: win2022-server-x64-template
                    windows: {sysprep: true}
                    roles: aleemladha.ludus_exchange
                    role_vars: {iso_url: 'https://media.example/dl/ExchangeServer2016-x64-CU23.ISO', admin_password: 'exchange.iso'}
                  - vm_name: mx3
                    template: win2016-server-x64-template
                    windows: {sysprep: true}
                    roles: [aleemladha.ludus_exchange]
                  # The name says one thing and the image another: names are not asked.
                  - vm_name: SERVER2019
                    template: win2022-server-x64-template
                    windows: {}
                    domain: {fqdn: corp.example, role: primary-dc}
                  - vm_name: kali
                    template: kali-x64-template
                    linux: true
                """));
        assertThat(found.fields())
                .containsExactly(
                        "MX01 os = win2022-server-x64-template KNOWN at 6:15 by at $.template",
                        "MX01 exchange = Exchange Server 2019 CU9 WEAK at 9:32 by at $.roles[*] or $.roles[*].name,"
                                + " table exchange-role-from-2019",
                        "MX01 forest = corp.example KNOWN at 8:20 by at $.domain.fqdn",
                        "MX01 forest.functional-level = Windows Server 2012 R2 KNOWN at 1:40 by root"
                                + " $.defaults.ad_forest_functional_level, table functional-levels",
                        "mx2 os = win2022-server-x64-template KNOWN at 12:15 by at $.template",
                        "mx2 exchange = ExchangeServer2016-x64-CU23.ISO KNOWN at 15:26 by at"
                                + " $.role_vars[?search(@, '(?i)(exchange|mxs)[^/]*\\\\.(iso|exe)$')]",
                        "mx2 forest.functional-level = Windows Server 2012 R2 KNOWN at 1:40 by root"
                                + " $.defaults.ad_forest_functional_level, table functional-levels",
                        "mx3 os = win2016-server-x64-template KNOWN at 17:15 by at $.template",
                        "mx3 exchange = Exchange Server 2016 CU12 WEAK at 19:13 by at $.roles[*] or $.roles[*].name,"
                                + " table exchange-role-on-2016",
                        "mx3 forest.functional-level = Windows Server 2012 R2 KNOWN at 1:40 by root"
                                + " $.defaults.ad_forest_functional_level, table functional-levels",
                        "SERVER2019 os = win2022-server-x64-template KNOWN at 22:15 by at $.template",
                        "SERVER2019 roles = [domain-controller] KNOWN at 24:40 by at $.domain.role, table domain-roles",
                        "SERVER2019 forest = corp.example KNOWN at 24:20 by at $.domain.fqdn",
                        "SERVER2019 forest.functional-level = Windows Server 2012 R2 KNOWN at 1:40 by root"
                                + " $.defaults.ad_forest_functional_level, table functional-levels");
        assertThat(found.notices())
                .containsExactly("layout ludus: Left out, because \"where\" does not hold: 1 of 5 machines (kali).");
        assertThat(found.findings()).isEmpty();
    }

    @Test
    void kubevirt() {
        Mapped found = Mapped.shipped("kubevirt", Map.of("vms.yaml", """
                kind: VirtualMachine
                metadata: {name: mx1, annotations: {serverlint/exchange: Exchange 2016 CU23, serverlint/roles: 'mailbox, CAS'}}
                spec: {template: {metadata: {annotations: {vm.kubevirt.io/os: windows2k22}}}}
                ---
                kind: Service
                metadata: {name: web}
                ---
                kind: VirtualMachine
                metadata: {name: lnx, labels: {vm.kubevirt.io/template: fedora-server-small}}
                ---
                # The description is not asked: the operating system is what the annotation says.
                kind: VirtualMachine
                metadata:
                  name: mx2
                  labels: {vm.kubevirt.io/template: windows2k19-server-medium}
                  annotations: {description: Windows Server 2016}
                ---
                kind: VirtualMachine
                metadata: {name: mx3}
                spec: {preference: {name: windows.2k22.virtio}}
                """));
        assertThat(found.fields())
                .containsExactly(
                        "mx1 os = windows2k22 KNOWN at 3:63 by at"
                                + " $.spec.template.metadata.annotations['vm.kubevirt.io/os']",
                        "mx1 exchange = Exchange 2016 CU23 KNOWN at 2:58 by at $.metadata.annotations['serverlint/exchange']",
                        "mx1 roles = [mailbox, CAS] KNOWN at 2:96 by at $.metadata.annotations['serverlint/roles']",
                        "mx2 os = windows2k19 KNOWN at 15:37 by at $.metadata.labels['vm.kubevirt.io/template']",
                        "mx3 os = 2k22 KNOWN at 20:27 by at $.spec.preference.name");
        assertThat(found.notices())
                .containsExactly(
                        "layout kubevirt: Left out, because \"where\" does not hold: 2 of 5 machines (web, lnx).");
    }

    @Test
    void datum() {
        Mapped found = Mapped.shipped(
                "datum",
                new TreeMap<>(Map.of(
                        "source/AllNodes/Prod/MX01.yml", """
                NodeName: '[x={ $Node.Name }=]'
                Role: ExchangeMailbox
                Location: Bern
                Baseline: Server
                WindowsFeatures: {Names: [-Web-Lgcy-Mgmt-Console]}
                """,
                        "source/AllNodes/Dev/MX02.yml", """
                NodeName: MX02
                OperatingSystem: Windows Server 2019
                Role: ExchangeMailbox
                Location: '[x={ Get-Location }=]'
                Baseline: Server
                ExchangeProvisioning: {IsoFilePath: 'C:\\Install\\ExchangeServer2019-x64-CU14.ISO'}
                WindowsFeatures: {Names: [--RPC-over-HTTP-Proxy]}
                """,
                        "source/Roles/ExchangeMailbox.yml", """
                ExchangeProvisioning: {Role: Mailbox, Mode: Install, IsoFilePath: 'C:\\Install\\ExchangeServer2016-x64-CU23.ISO'}
                WindowsFeatures: {Names: [+RPC-over-HTTP-Proxy, '*RSAT']}
                """,
                        "source/Environment/Prod.yml", "x: 1\n",
                        "source/Baselines/Server.yml", "ComputerSettings: {DomainName: corp.example}\n",
                        "nodes-os.yml", "MX01: Windows Server 2022 Datacenter (Desktop Experience)\n")));
        assertThat(found.fields())
                .containsExactly(
                        "MX02 os = Windows Server 2019 KNOWN at 2:18 by var OperatingSystem",
                        "MX02 exchange = ExchangeServer2019-x64-CU14.ISO KNOWN at 6:37 by var"
                                + " $.ExchangeProvisioning.IsoFilePath",
                        // Nobody knows what the layer of the location says.
                        "MX02 roles = [mailbox] WEAK at 1:30 by var $.ExchangeProvisioning.Role, table exchange-roles",
                        // Its own file takes away what the role adds.
                        "MX02 features = [] KNOWN at 7:27 by var $.WindowsFeatures.Names, table windows-features",
                        "MX02 forest = corp.example WEAK at 1:32 by var $.ComputerSettings.DomainName",
                        "MX01 os = Windows Server 2022 Datacenter (Desktop Experience) KNOWN at 1:7 by side nodes-os.yml",
                        "MX01 exchange = ExchangeServer2016-x64-CU23.ISO KNOWN at 1:67 by var"
                                + " $.ExchangeProvisioning.IsoFilePath",
                        "MX01 roles = [mailbox] KNOWN at 1:30 by var $.ExchangeProvisioning.Role, table exchange-roles",
                        "MX01 features = [rpc-over-http] KNOWN at 2:27 by var $.WindowsFeatures.Names, table"
                                + " windows-features",
                        "MX01 forest = corp.example KNOWN at 1:32 by var $.ComputerSettings.DomainName");
        assertThat(found.field("MX01", "exchange").trail())
                .extracting(point -> point.place() + " " + point.note())
                .containsExactly("lab/source/AllNodes/Prod/MX01.yml:2:7 the layer ${file.base}Roles/${node.Role}.yml is"
                        + " chosen here");
        assertThat(found.notices())
                .containsExactly(
                        "lab/source/AllNodes/Dev/MX02.yml:4:11: The layer ${file.base}Locations/${node.Location}.yml of"
                                + " the machine \"MX02\" was not read, because only another tool evaluates this.",
                        "lab/source/AllNodes/Dev/MX02.yml: There is no file source/Environment/Dev.yml, the layer"
                                + " ${file.base}Environment/${file.environment}.yml of the machine \"MX02\".",
                        "lab/source/AllNodes/Prod/MX01.yml:3:11: There is no file source/Locations/Bern.yml, the"
                                + " layer ${file.base}Locations/${node.Location}.yml of the machine \"MX01\".");
    }

    @Test
    void cloudFormation() {
        Mapped found = Mapped.shipped("cloudformation", Map.of("exchange.template.yaml", """
                Parameters:
                  ExchangeServerVersion: {Type: String, Default: '2016'}
                  Win2022: {Type: 'AWS::SSM::Parameter', Default: /aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}
                Resources:
                  Vpc: {Type: 'AWS::EC2::VPC'}
                  Node1:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: !Ref Win2022}
                  Node2:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: !If [Old, !Ref Win2016, !Ref Win2022]}
                  Gateway:
                    Type: AWS::EC2::Instance
                    Properties:
                      ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-Base}}'
                      Tags: [{Key: Exchange, Value: Exchange 2013 CU23}]
                  Witness:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: {Ref: Win2022}}
                  Other:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: {'Fn::If': [a, b, c]}}
                """));
        assertThat(found.fields())
                .containsExactly(
                        "Node1 os = Windows_Server-2022-English-Full-Base WEAK at 3:51 by at $.Properties.ImageId",
                        "Node1 exchange = 2016 WEAK at 2:50 by root $.Parameters.ExchangeServerVersion.Default",
                        "Node2 os =  UNRESOLVED (!If) at 11:31 by at $.Properties.ImageId",
                        "Node2 exchange = 2016 WEAK at 2:50 by root $.Parameters.ExchangeServerVersion.Default",
                        "Gateway os = Windows_Server-2019-English-Full-Base KNOWN at 15:16 by at $.Properties.ImageId",
                        "Gateway exchange = Exchange 2013 CU23 KNOWN at 16:37 by at"
                                + " $.Properties.Tags[?@.Key == 'Exchange'].Value",
                        "Witness os = Windows_Server-2022-English-Full-Base WEAK at 3:51 by at $.Properties.ImageId.Ref",
                        "Other os =  UNRESOLVED (Fn::If) at 22:27 by at $.Properties.ImageId");
        assertThat(found.findings()).isEmpty();
    }

    @Test
    void ansible() {
        Mapped found = Mapped.shipped(
                "ansible",
                Map.of(
                        "hosts.yml", """
                all:
                  children:
                    exchange:
                      hosts:
                        mx-a.corp.example: {vagrant_box: acme/WindowsServer2022, ansible_password: hunter2}
                        mx-b.corp.example:
                        SERVER2019: {vagrant_box: jborean93/WindowsServer2022}
                      vars: {exchange_version: 2016, exchange_roles: 'Mailbox,ClientAccess'}
                    win2019: {hosts: {mx-b.corp.example: }}
                    domain_controllers:
                      hosts: {dc1.corp.example: {os: '{{ dc_os }}', dc_os: Windows Server 2019}, dc2: {template: '{{ lookup("x") }}'}}
                    linux:
                      hosts: {web1: {os: Ubuntu 22.04}, web2: {ansible_user: root}}
                """,
                        "group_vars/exchange.yml",
                                "microsoft_exchange_server_info: {iso_image: ExchangeServer2019-x64-CU9.ISO, version: 2019}\n"));
        assertThat(found.fields())
                .containsExactly(
                        "mx-a.corp.example os = acme/WindowsServer2022 KNOWN at 5:42 by var vagrant_box",
                        "mx-a.corp.example exchange = ExchangeServer2019-x64-CU9.ISO KNOWN at 1:45 by var"
                                + " $.microsoft_exchange_server_info.iso_image",
                        "mx-a.corp.example roles = [mailbox, client-access] KNOWN at 8:54 by var"
                                + " exchange_roles, table setup-roles",
                        "mx-b.corp.example os = 2019 WEAK at 6:9 by group"
                                + " (?i)^(windows|win|w|ws)[-_]?(server[-_]?)?(?<v>(20|2k)[0-9]{2}([-_]?r2)?)$",
                        "mx-b.corp.example exchange = ExchangeServer2019-x64-CU9.ISO KNOWN at 1:45 by var"
                                + " $.microsoft_exchange_server_info.iso_image",
                        "mx-b.corp.example roles = [mailbox, client-access] KNOWN at 8:54 by var"
                                + " exchange_roles, table setup-roles",
                        "SERVER2019 os = jborean93/WindowsServer2022 KNOWN at 7:35 by var vagrant_box",
                        "SERVER2019 exchange = ExchangeServer2019-x64-CU9.ISO KNOWN at 1:45 by var"
                                + " $.microsoft_exchange_server_info.iso_image",
                        "SERVER2019 roles = [mailbox, client-access] KNOWN at 8:54 by var exchange_roles,"
                                + " table setup-roles",
                        "dc1.corp.example os = Windows Server 2019 KNOWN at 11:38 by var os",
                        "dc1.corp.example roles = [domain-controller] WEAK at 11:15 by group"
                                + " (?i)^(domain[-_]?controllers?|dcs?)$, table group-roles",
                        "dc2 os =  UNRESOLVED ({{ lookup(\"x\") }}) at 11:98 by var template",
                        "dc2 roles = [domain-controller] WEAK at 11:82 by group"
                                + " (?i)^(domain[-_]?controllers?|dcs?)$, table group-roles");
        assertThat(found.field("mx-a.corp.example", "exchange").trail())
                .extracting(point -> point.place() + " " + point.note())
                .containsExactly(
                        "lab/group_vars/exchange.yml:1:1 it is said by the group \"exchange\" here",
                        "lab/hosts.yml:5:9 \"mx-a.corp.example\" belongs to \"exchange\" here");
        assertThat(found.notices())
                .containsExactly(
                        "layout ansible: Left out, because \"where\" does not hold: 2 of 7 machines (web1, web2).");
        assertThat(found.findings()).isEmpty();
        assertThat(found.records().toString()).doesNotContain("hunter2");
    }

    @Test
    void groupsThatAreTiedAreAWarningOnceForAll() {
        Mapped found = Mapped.shipped("ansible", Map.of("hosts.yml", """
                all:
                  children:
                    a_2016: {hosts: {mx1: , mx2: }, vars: {exchange_version: 2016}}
                    b_2019: {hosts: {mx1: , mx2: }, vars: {exchange_version: 2019, os: W2019}}
                """));
        assertThat(found.field("mx1", "exchange").value().map(Finder::text)).contains("2019");
        assertThat(found.findings())
                .containsExactly(
                        "lab/hosts.yml:4:44: warning: The groups \"b_2019\" and \"a_2016\" say different things of"
                                + " \"exchange_version\"; for \"mx1\" and 1 other host the first one counts, only because its name"
                                + " comes later.");
        assertThat(found.records().findings().get(0).related())
                .extracting(place -> place.span() + " " + place.note())
                .containsExactly("lab/hosts.yml:3:44 \"a_2016\" says it here");
    }

    @Test
    void valuesThatAreVaultedAreEncrypted() {
        Mapped found = Mapped.shipped("ansible", Map.of("hosts.yml", """
                all:
                  hosts:
                    mx1:
                      os: !vault |
                        $ANSIBLE_VAULT;1.1;AES256
                        3132
                      exchange_version: 2019
                """));
        assertThat(found.fields())
                .containsExactly(
                        "mx1 os =  ENCRYPTED (Ansible Vault) at 4:18 by var os",
                        "mx1 exchange = 2019 KNOWN at 7:25 by var exchange_version");
    }

    @Test
    void whatIsSaidToAllHostsMakesNoExchangeServersOfThoseThatAreNoWindows() {
        Mapped found = Mapped.shipped("ansible", Map.of("hosts.yml", """
                all:
                  vars: {exchange_version: 2019}
                  children:
                    exchange_servers: {hosts: {mx1: }}
                    databases: {hosts: {db1: , db2: {ansible_connection: ssh}}}
                    tools: {hosts: {app1: {ansible_connection: winrm}, app2: {os: W2022}}}
                """));
        assertThat(found.names()).containsExactly("mx1", "app1", "app2");
        assertThat(found.notices())
                .containsExactly(
                        "layout ansible: Left out, because \"where\" does not hold: 2 of 5 machines (db1, db2).");
    }

    @Test
    void aVaultedFileThatMayOverrideIsSaidWithTheValue() {
        Mapped found = Mapped.shipped(
                "ansible",
                Map.of(
                        "hosts.yml", "mail: {hosts: {mx1: {exchange: '{{ mail_release }}'}}}\n",
                        "group_vars/mail/vars.yml", "os: W2022\nmail_release: 2019\n",
                        "group_vars/mail/vault.yml", "$ANSIBLE_VAULT;1.1;AES256\n6162\n"));
        String vault =
                "lab/group_vars/mail/vault.yml:1:1 this file is encrypted, and what it says of the variable would"
                        + " count instead";
        for (String field : List.of("os", "exchange")) {
            assertThat(found.field("mx1", field).state()).isEqualTo(State.KNOWN);
            assertThat(found.field("mx1", field).trail())
                    .extracting(point -> point.place() + " " + point.note())
                    .contains(vault);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/image-names.csv", delimiter = ';', commentCharacter = '#')
    void theStateOfAFieldIsThatOfItsSpelling(int number, String product, String text, String meaning) {
        Mapped found = Mapped.by(
                "version: 1\nfiles: ['*.yaml']\nfields: {name: {const: mx1}, " + product + ": {at: $.text}}\n",
                Map.of("a.yaml", "text: '" + text + "'\n"));
        String state = text.contains("{{") ? "UNRESOLVED" : meaning.equals("ambiguous") ? "AMBIGUOUS" : "KNOWN";
        assertThat(found.field("mx1", product).state()).as(number + " " + text).hasToString(state);
    }
}
