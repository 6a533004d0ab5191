package io.github.serverlint.layout.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedLayoutsTest {
    @Test
    void ludus() {
        Mapped found = Mapped.shipped("ludus", Map.of("range-config.yml", """
                defaults: {ad_forest_functional_level: Win2012R2}
                ludus:
                  - vm_name: "{{ range_id }}-mx1"
                    hostname: "{{ range_id }}-MX01"
                    template: win2022-server-x64-template
                    windows: {sysprep: true}
                    domain: {fqdn: corp.example, role: member}
                    roles: [acme.other, {name: aleemladha.ludus_exchange}]
                  - vm_name: "{{ range_id }}-mx2"
                    template: win2022-server-x64-template
                    windows: {sysprep: true}
                    roles: aleemladha.ludus_exchange
                    role_vars: {some_iso_url: 'https://media.example/dl/ExchangeServer2016-x64-CU23.ISO'}
                  - vm_name: dc1
                    hostname: DC01
                    template: win2019-server-x64-template
                    windows: {sysprep: true}
                    domain: {fqdn: corp.example, role: primary-dc}
                  - vm_name: kali
                    template: kali-x64-template
                    linux: true
                """));
        System.out.println(String.join("\n", found.fields()));
        System.out.println(found.notices());
        System.out.println(found.findings());
        assertThat(found.names()).hasSize(3);
    }

    @Test
    void others() {
        Mapped k = Mapped.shipped("kubevirt", Map.of("vm.yaml", """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: mx1, annotations: {serverlint/exchange: Exchange 2016 CU23, serverlint/roles: 'mailbox'}}
                spec: {template: {metadata: {annotations: {vm.kubevirt.io/os: windows2k22}}}}
                ---
                kind: Service
                metadata: {name: web}
                ---
                kind: VirtualMachine
                metadata: {name: lnx, labels: {vm.kubevirt.io/template: fedora-server-small}}
                ---
                kind: VirtualMachine
                metadata: {name: mx2, labels: {vm.kubevirt.io/template: windows2k19-server-medium}}
                ---
                kind: VirtualMachine
                metadata: {name: mx3}
                spec: {preference: {name: windows.2k22.virtio}}
                """));
        System.out.println(String.join("\n", k.fields()) + k.notices() + k.findings());
        Mapped d = Mapped.shipped(
                "datum",
                Map.of(
                        "source/AllNodes/Prod/MX01.yml",
                        """
                NodeName: '[x={ $Node.Name }=]'
                Role: ExchangeMailbox
                Location: Bern
                Baseline: Server
                WindowsFeatures: {Names: [-Web-Lgcy-Mgmt-Console]}
                """,
                        "source/Roles/ExchangeMailbox.yml",
                        """
                ExchangeProvisioning: {Role: Mailbox, Mode: Install, IsoFilePath: 'C:\\Install\\ExchangeServer2016-x64-CU23.ISO'}
                WindowsFeatures: {Names: [+RPC-over-HTTP-Proxy, '*RSAT']}
                """,
                        "nodes-os.yml",
                        "MX01: Windows Server 2022 Datacenter (Desktop Experience)\n",
                        "source/Baselines/Server.yml",
                        "ComputerSettings: {DomainName: corp.example}"));
        System.out.println(String.join("\n", d.fields()) + d.notices() + d.findings());
        System.out.println(d.field("MX01", "exchange").trail());
        Mapped c = Mapped.shipped("cloudformation", Map.of("t.yaml", """
                Parameters:
                  ExchangeServerVersion: {Type: String, Default: '2016'}
                  Win2022: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base}
                Resources:
                  Vpc: {Type: 'AWS::EC2::VPC'}
                  Node1:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: !Ref Win2022}
                  Node2:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: !If [Old, !Ref Win2016, !Ref Win2022]}
                  Node3:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-Base}}', Tags: [{Key: Exchange, Value: Exchange 2013 CU23}]}
                  Node4:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: {Ref: Win2022}}
                  Node5:
                    Type: AWS::EC2::Instance
                    Properties: {ImageId: {Fn::If: [a, b, c]}}
                """));
        System.out.println(String.join("\n", c.fields()) + c.notices() + c.findings());
        MappingFile.shipped("ansible", io.github.serverlint.Sample.CATALOG);
    }
}
