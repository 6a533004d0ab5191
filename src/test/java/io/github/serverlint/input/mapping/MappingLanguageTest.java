package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.ProvenanceStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each word of the language does. */
class MappingLanguageTest {
    private static final String HEAD =
            "version: 1\nfiles: ['*.yaml']\nselect: $.vms[*]\nfields:\n  name: {at: $.name}\n";

    private static Mapped of(String fields, String... machines) {
        return Mapped.by(HEAD + fields, Map.of("lab.yaml", "vms:\n  - {" + String.join("}\n  - {", machines) + "}\n"));
    }

    @Test
    void theFirstAttemptThatYieldsWins() {
        Mapped found = of(
                "  os: [{at: $.os}, {at: $.box}, {const: Windows Server 2012}]\n",
                "name: a, os: W2K, box: W2K3",
                "name: b, os: ~, box: W2K3",
                "name: c, os: '', box: [ ]");
        assertThat(found.fields())
                .containsExactly(
                        "a os = W2K KNOWN at 2:19 by at $.os",
                        "b os = W2K3 KNOWN at 3:27 by at $.box",
                        "c os = Windows Server 2012 KNOWN at 4:5 by const Windows Server 2012");
    }

    @Test
    void originsBesideTheRecord() {
        Mapped found = Mapped.by(
                """
                version: 1
                files: ['**/*.yaml']
                path: '^(?<site>[^/]+)/'
                select: $.groups.*.*
                fields:
                  name: {key: 0}
                  os: {key: 1}
                  exchange: {root: $.exchange}
                  forest: {file: site}
                  cluster: {side: dags.yaml}
                  roles: {field: cluster, capture: '^(mailbox)'}
                """,
                Map.of(
                        "bern/lab.yaml",
                        "exchange: Exchange 2016\ngroups: {win2016: {MX1: {}}}\n",
                        "dags.yaml",
                        "mx1: mailbox-dag"));
        assertThat(found.fields())
                .containsExactly(
                        "MX1 os = win2016 KNOWN at 2:10 by key 1",
                        "MX1 exchange = Exchange 2016 KNOWN at 1:11 by root $.exchange",
                        "MX1 forest = bern KNOWN at 1:1 by file site",
                        "MX1 cluster = mailbox-dag KNOWN at 1:6 by side dags.yaml",
                        "MX1 roles = [mailbox] KNOWN at 1:6 by field cluster");
        assertThat(found.notices())
                .containsExactly("lab/dags.yaml: The expression of \"path\" does not match, so the file was not read.");
    }

    @Test
    void steps() {
        Mapped found =
                of("""
                  os: {at: $.box, strip: '^acme/', capture: '^(?<v>[^_]+)_', table: images, weak: true}
                tables: {images: {WIN22: Windows Server 2022}}
                """, "name: a, box: acme/win22_v1", "name: b, box: other/win22_v1", "name: c, box: acme/win22");
        assertThat(found.fields()).containsExactly("a os = Windows Server 2022 WEAK at 2:20 by at $.box, table images");
    }

    @Test
    void aCaptureWithoutItsGroupTakesAllThatMatches() {
        Mapped found = of("  os: {at: $.box, capture: 'win[0-9]+'}\n", "name: a, box: acme/win2022_v1");
        assertThat(found.fields()).containsExactly("a os = win2022 KNOWN at 2:20 by at $.box");
    }

    @Test
    void listsTakeOneOrManyAndPiecesOfText() {
        Mapped found = of(
                "  roles: {at: ['$.roles', '$.roles[*].name']}\n  features: {at: $.f, split: ','}\n",
                "name: a, roles: mailbox, f: 'x, y,,z'",
                "name: b, roles: [mailbox, {name: edge}, mailbox]",
                "name: c, roles: []");
        assertThat(found.fields())
                .containsExactly(
                        "a roles = [mailbox] KNOWN at 2:22 by at $.roles or $.roles[*].name",
                        "a features = [x, y, z] KNOWN at 2:34 by at $.f",
                        "b roles = [mailbox, edge] KNOWN at 3:23 by at $.roles or $.roles[*].name");
    }

    @Test
    void ofPrefixesTheFirstWordOfAnItemCounts() {
        Mapped found = of(
                "  features: {at: $.f, present: ['', '+'], absent: ['-', '--']}\n",
                "name: a, f: [+x, -y, z, --w, -x, y]",
                "name: b, f: [-x]");
        assertThat(found.fields())
                .containsExactly(
                        "a features = [x, z] KNOWN at 2:19 by at $.f", "b features = [] KNOWN at 3:19 by at $.f");
        Mapped onlyMarked = of("  features: {at: $.f, present: '+'}\n", "name: a, f: [+x, y]");
        assertThat(onlyMarked.fields()).containsExactly("a features = [x] KNOWN at 2:19 by at $.f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.os; {{ image }}; UNRESOLVED ({{ image }})",
                "$.os; win-{{ year }}; UNRESOLVED (win-{{ year }})",
                "$.os; [x={ $Node.Name }=]; UNRESOLVED ([x={ $Node.Name }=])",
                "$.os; [Command=Get-Os]; UNRESOLVED ([Command=Get-Os])",
                "$.os; ${var.image}; UNRESOLVED (${var.image})",
                "$.os; %{facts.os}; UNRESOLVED (%{facts.os})",
                "$.os; [ENC=abcdef]; ENCRYPTED ([ENC=)",
                "$.os; ENC[PKCS7,abcdef]; ENCRYPTED (ENC[)"
            })
    void whatAnotherToolMakesIsNotGuessed(String selector, String value, String state) {
        Mapped found = of("  os: [{at: " + selector + "}, {const: W2K}]\n", "name: a, os: '" + value + "'");
        assertThat(found.fields()).containsExactly("a os =  " + state + " at 2:19 by at $.os");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "!Ref Image; UNRESOLVED (!Ref Image)",
                "!If [a, b, c]; UNRESOLVED (!If)",
                "{Fn::If: [a, b]}; UNRESOLVED (Fn::If)",
                "!vault abcdef; ENCRYPTED (!vault)",
                "[!Ref Image]; UNRESOLVED (!Ref Image)"
            })
    void tagsOfOtherToolsAreNotGuessed(String value, String state) {
        Mapped found = of("  os: [{at: $.os}, {const: W2K}]\n", "name: a, os: " + value);
        assertThat(found.fields()).hasSize(1).first().asString().startsWith("a os =  " + state + " at 2:");
    }

    @Test
    void anExpressionCanBeStrippedOrCapturedAway() {
        Mapped found = of(
                "  os: {at: $.os, capture: '20[0-9]{2}'}\n  exchange: {at: $.x, strip: '\\{\\{.*?}}-'}\n",
                "name: a, os: '{{ prefix }}-2019', x: '{{ range_id }}-Exchange 2019'",
                "name: b, os: '{{ prefix }}-{{ year }}'");
        assertThat(found.fields())
                .containsExactly(
                        "a os = 2019 KNOWN at 2:19 by at $.os",
                        "a exchange = Exchange 2019 KNOWN at 2:43 by at $.x",
                        "b os =  UNRESOLVED ({{ prefix }}-{{ year }}) at 3:19 by at $.os");
    }

    @Test
    void ofAListEachItemThatIsNotKnownIsSaid() {
        Mapped found = of("  roles: {at: $.r}\n", "name: a, r: [mailbox, '{{ more }}', edge]");
        assertThat(found.fields())
                .containsExactly(
                        "a roles = [mailbox, edge] KNOWN at 2:19 by at $.r",
                        "a roles =  UNRESOLVED ({{ more }}) at 2:28 by at $.r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Windows Server 2012, Windows Server 2012R2; Windows Server 2012 R2 or Windows Server 2012",
                "Windows Server 2012 (10.0.17763); Windows Server 2012 or Windows Server 2019"
            })
    void aTextWithTwoAnswersIsAmbiguous(String text, String candidates) {
        Mapped found = of("  os: {at: $.os}\n", "name: a, os: '" + text + "'");
        assertThat(found.fields())
                .containsExactly("a os = " + text + " AMBIGUOUS (" + candidates + ") at 2:19 by at $.os");
    }

    @Test
    void aTextThatStandsForSeveralReleasesHasCandidates() {
        Mapped found = of(
                "  os: {at: $.os}\n",
                "name: a, os: Windows2019_64",
                "name: b, os: Microsoft Windows Server 2016 or later (64-bit)");
        assertThat(found.fields())
                .containsExactly(
                        "a os = Windows2019_64 CANDIDATES (Windows Server 2019 or 2022) at 2:19 by at $.os",
                        "b os = Microsoft Windows Server 2016 or later (64-bit) CANDIDATES"
                                + " (Windows Server 2016, 2019, 2022 or 2025) at 3:19 by at $.os");
    }

    @Test
    void aWordOfAListMeansWhatItsMakerSaysAndOtherTextsAreNoValue() {
        String fields = "  os:\n    - {at: $.ostype, words-of: proxmox}\n    - {at: $.os}\n  exchange: {at: $.mail}\n";
        Mapped found = of(
                fields,
                "name: a, ostype: win10, mail: Exchange 2019",
                "name: b, ostype: l26, os: W2K",
                "name: c, os: win10, mail: Exchange 2019",
                "name: d, ostype: W2K8, mail: Exchange 2010",
                "name: e, ostype: win11");
        assertThat(found.fields())
                .contains(
                        "a os = win10 CANDIDATES (Windows Server 2016 or 2019) at 2:23 by at $.ostype, words of proxmox",
                        "b os = W2K KNOWN at 3:32 by at $.os",
                        "c os = win10 KNOWN at 4:19 by at $.os",
                        "d os = W2K8 KNOWN at 5:23 by at $.ostype, words of proxmox")
                .as("nothing but a word that may be a workstation makes no server")
                .noneMatch(field -> field.startsWith("e "));
    }

    @Test
    void severalValuesForOneFieldAreAmbiguous() {
        Mapped found =
                of("  os: {at: ['$.os', '$.box']}\n", "name: a, os: W2K, box: W2K3", "name: b, os: W2K, box: W2K");
        assertThat(found.fields())
                .containsExactly(
                        "a os = W2K AMBIGUOUS (\"W2K\" or \"W2K3\") at 2:19 by at $.os or $.box",
                        "b os = W2K KNOWN at 3:19 by at $.os or $.box");
    }

    @Test
    void whereLeavesMachinesOutAndSaysSo() {
        Mapped found = of(
                """
                  os: {at: $.os}
                where:
                  - {at: $.kind, equals: [vm, box]}
                  - {at: $.off, exists: false}
                  - not: {field: os, matches: '(?i)linux'}
                  - anyOf: [{at: $.tags, equals: mail}, {field: name, matches: '^mx'}]
                """,
                "name: mx1, kind: vm, os: W2K",
                "name: a, kind: box, tags: [web, mail]",
                "name: mx2, kind: disk",
                "name: mx3, kind: vm, off: yes",
                "name: mx4, kind: vm, os: Some Linux",
                "name: b, kind: vm");
        assertThat(found.names()).containsExactly("mx1", "a");
        assertThat(found.notices())
                .containsExactly("my.yaml:2:1: Left out, because \"where\" does not hold: 4 of 6 machines"
                        + " (mx2, mx3, mx4 and 1 more).");
    }

    @Test
    void whenDecidesOverAnAttempt() {
        Mapped found = of(
                "  exchange: [{at: $.x, when: [{at: $.os, matches: '2019'}, {at: $.up}]}, {const: Exchange 2010}]\n",
                "name: a, x: Exchange 2019, os: W2019, up: yes",
                "name: b, x: Exchange 2019, os: W2019",
                "name: c, x: Exchange 2019, os: W2016, up: yes");
        assertThat(found.fields().stream().map(line -> line.substring(0, 26)))
                .containsExactly(
                        "a exchange = Exchange 2019", "b exchange = Exchange 2010", "c exchange = Exchange 2010");
    }

    @Test
    void valuesAreInheritedFromAPlaceInThisOrAnotherFile() {
        Mapped found = Mapped.by(
                """
                version: 1
                files: [lab.yaml]
                select: $.vms[*]
                inherit: [{root: $.defaults}, {file: all.yaml, root: $.windows}]
                fields:
                  name: {at: $.name}
                  os: [{at: $.os}, {at: $.box}]
                  exchange: {at: $.exchange}
                  forest: {at: $.forest}
                """,
                Map.of(
                        "lab.yaml",
                        "defaults: {os: W2K3}\nvms:\n  - {name: a, box: W2K}\n  - {name: b, os: W2K8, exchange: '2010'}\n",
                        "all.yaml",
                        "windows: {os: W2012, exchange: '2007', forest: corp.example}\n"));
        assertThat(found.fields())
                .containsExactly(
                        "a os = W2K3 KNOWN at 1:16 by at $.os",
                        "a exchange = 2007 KNOWN at 1:32 by at $.exchange",
                        "a forest = corp.example KNOWN at 1:48 by at $.forest",
                        "b os = W2K8 KNOWN at 4:19 by at $.os",
                        "b exchange = 2010 KNOWN at 4:35 by at $.exchange",
                        "b forest = corp.example KNOWN at 1:48 by at $.forest");
        assertThat(found.field("a", "exchange").place().path()).isEqualTo("lab/all.yaml");
    }

    @Test
    void layersStandInForWhatAMachineDoesNotSay() {
        Mapped found = Mapped.by(
                LAYERED,
                Map.of(
                        "nodes/mx1.yaml", "role: mail\nos: W2022\nextra: {a: node, list: [x]}\n",
                        "nodes/mx2.yaml", "role: mail\n",
                        "roles/mail.yaml", "os: W2019\nmx::version: '2019'\nextra: {a: role, b: role, list: [x, y]}\n",
                        "common.yaml", "extra: {c: common, list: [z]}\nplain: {a: 1}\n"));
        assertThat(found.fields())
                .containsExactly(
                        "mx1 os = W2022 KNOWN at 2:5 by var os",
                        "mx1 exchange = 2019 KNOWN at 2:14 by var $['mx::version']",
                        "mx1 roles = [node, role, common] KNOWN at 3:12 by var $.extra['a','b','c']",
                        "mx1 features = [x, y, z] KNOWN at 3:25 by var $.extra.list",
                        "mx2 os = W2019 KNOWN at 1:5 by var os",
                        "mx2 exchange = 2019 KNOWN at 2:14 by var $['mx::version']",
                        "mx2 roles = [role, common] KNOWN at 3:12 by var $.extra['a','b','c']",
                        "mx2 features = [x, y, z] KNOWN at 3:34 by var $.extra.list");
        assertThat(found.field("mx1", "exchange").steps().stream().map(ProvenanceStep::toString))
                .containsExactly(
                        "ProvenanceStep[place=lab/nodes/mx1.yaml:1:7, note=the layer roles/${node.role}.yaml is chosen here]");
        assertThat(found.field("mx1", "os").steps()).isEmpty();
        assertThat(found.notices())
                .containsExactly("my.yaml:3:1: There is no file of the layer sites/${node.site}.yaml for any machine.");
    }

    private static final String LAYERED = """
            version: 1
            reader: layered
            files: ['nodes/*.yaml']
            layers: ['roles/${node.role}.yaml', 'sites/${node.site}.yaml', common.yaml]
            merge: {extra: deep, extra.list: unique}
            fields:
              name: {file: stem}
              os: {var: os}
              exchange: {var: "$['mx::version']"}
              roles: {var: "$.extra['a','b','c']"}
              features: {var: $.extra.list}
            """;

    @Test
    void belowAnUnresolvedLayerValuesAreWeak() {
        Mapped found = Mapped.by(
                LAYERED,
                Map.of(
                        "nodes/mx1.yaml", "role: '[x={ $Node.X }=]'\nos: W2022\n",
                        "common.yaml", "mx::version: '2019'\n"));
        assertThat(found.fields())
                .containsExactly(
                        "mx1 os = W2022 KNOWN at 2:5 by var os",
                        "mx1 exchange = 2019 WEAK at 1:14 by var $['mx::version']");
        assertThat(found.notices())
                .contains(
                        "lab/nodes/mx1.yaml:1:7: The layer roles/${node.role}.yaml of the machine \"mx1\" was not read, because only another"
                                + " tool evaluates this.");
    }

    @Test
    void aNameThatIsMadeElsewhereIsNoName() {
        Mapped found = of("  os: {at: $.os}\n", "name: '{{ host }}', os: W2K", "os: W2K3");
        assertThat(found.names()).isEmpty();
        assertThat(found.findings())
                .containsExactly(
                        "lab/lab.yaml:2:5: error: Nothing says the name of the machine that is defined here.",
                        "lab/lab.yaml:3:5: error: Nothing says the name of the machine that is defined here.");
        assertThat(found.records().findings().get(0).reason())
                .isEqualTo("It is made by {{ host }}, which only another tool evaluates.");
        assertThat(found.records().findings().get(1).reason()).isEqualTo("Tried: at $.name.");
    }

    @Test
    void aSelectorThatSelectsNothingAnywhereIsAFaultOfTheMapping() {
        Mapped found = Mapped.by(HEAD, Map.of("a.yaml", "servers: []", "b.yaml", "x: 1"));
        assertThat(found.findings())
                .containsExactly("my.yaml:3:1: error: \"$.vms[*]\" selects nothing in any of 2 files.");
    }

    @Test
    void whatIsOfNoUseIsSaid() {
        Mapped found = Mapped.by(
                """
                version: 1
                sources:
                  - files: ['*.yaml']
                    select: $.vms[*]
                    fields:
                      name: {at: $.name}
                      os: [{at: $.os}, {at: $.box}, {const: W2K}, {at: $.image}]
                      exchange: {at: $.exchange}
                  - files: ['more/*.yaml']
                    fields: {name: {at: $.name}}
                """,
                Map.of(
                        "a.yaml", "vms: [{name: mx1, exchange: {version: 2019}}]",
                        "b.yaml", "x: 1",
                        "other/c.yaml", "x: 1"));
        assertThat(found.notices())
                .containsExactly(
                        "lab/b.yaml: \"$.vms[*]\" selects nothing here.",
                        "my.yaml:7:12: This attempt of \"os\" never yields, on one machine.",
                        "my.yaml:7:24: This attempt of \"os\" never yields, on one machine.",
                        "my.yaml:7:51: This attempt of \"os\" is never made: those before it always yield.",
                        "my.yaml:8:17: This attempt of \"exchange\" never yields, on one machine.",
                        "my.yaml:9:5: No file matches more/*.yaml.",
                        "lab/other/c.yaml: No source of the layout my.yaml reads this.");
        assertThat(found.findings())
                .containsExactly(
                        "lab/a.yaml:1:29: warning: \"exchange\" takes text, and here stands a mapping, so nothing"
                                + " was read from it.");
    }

    @Test
    void aFileThatCannotBeReadMakesTheRecordsIncomplete() {
        Mapped found = Mapped.by(HEAD, Map.of("a.yaml", "vms: [{name: mx1}]", "b.yaml", "vms: [{name: "));
        assertThat(found.records().complete()).isFalse();
        assertThat(found.names()).containsExactly("mx1");
        assertThat(found.findings()).hasSize(1).first().asString().startsWith("lab/b.yaml:1:");
    }

    @Test
    void aValueThatIsTooLongIsNotRead() {
        Mapped found = of("  os: {at: $.os}\n", "name: a, os: " + "x".repeat(10_001));
        assertThat(found.fields()).isEmpty();
        assertThat(found.notices())
                .contains(
                        "lab/lab.yaml:2:19: \"os\" takes no text of more than 10000 characters, so this was not read.");
    }

    @Test
    void whatNamesASecretIsNotShownEvenIfItIsMapped() {
        Mapped found = of(
                "  os: {at: $.adminPassword}\n  exchange: {at: $.credentials.version}\n"
                        + "  forest: {at: \"$['api-key']\"}\n  cluster: {at: $.keyboard}\n",
                "name: a, adminPassword: hunter2, credentials: {version: hunter3}, api-key: hunter4, keyboard: qwerty");
        assertThat(found.fields())
                .containsExactly(
                        "a os =  ENCRYPTED (the key \"adminPassword\" names a secret) at 2:30 by at $.adminPassword",
                        "a exchange =  ENCRYPTED (the key \"credentials\" names a secret) at 2:62 by at"
                                + " $.credentials.version",
                        "a forest =  ENCRYPTED (the key \"api-key\" names a secret) at 2:81 by at $['api-key']",
                        "a cluster = qwerty KNOWN at 2:100 by at $.keyboard");
        assertThat(List.of(found.records().toString(), found.notices().toString()))
                .noneMatch(text -> text.contains("hunter"));
    }
}
