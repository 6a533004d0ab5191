package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.serverlint.Slow;
import io.github.serverlint.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryFindingsTest {

    private static Inventory read(String file, String text) {
        return InventoryCase.of("test", "sources: " + file + "\n=== " + file + "\n" + text.replace("\\n", "\n"))
                .inventory();
    }

    private static List<String> findings(Inventory inventory) {
        return inventory.findings().stream()
                .map(finding ->
                        finding.span() + " " + finding.rule().id() + " " + finding.keyPath() + " " + finding.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web: {hosts: [h1]}|h.yml:1:14 invalid-value web.hosts \"hosts\" of the group \"web\" takes a mapping, not a list; Ansible gives up the whole file.",
                "web:\\n  children:\\n    - db|h.yml:3:7 invalid-value web.children \"children\" of the group \"web\" takes a mapping, not a list; Ansible gives up the whole file.",
                "web:\\n  vars: 3|h.yml:2:9 invalid-value web.vars \"vars\" of the group \"web\" takes a mapping, not the text \"3\"; Ansible gives up the whole file.",
                "web: {hosts: {2012: }}|h.yml:1:15 invalid-value web.hosts.2012 \"2012\" is no name of a host: YAML takes it for something else than text, and Ansible gives up the whole file.",
                "2012: {hosts: {h1: }}|h.yml:1:1 invalid-value 2012 \"2012\" is no name of a group: YAML takes it for something else than text, and Ansible gives up the whole file.",
                "web: {hosts: {h1: up}}|h.yml:1:19 invalid-value web.hosts.h1 The host \"h1\" takes a mapping of its variables, not the text \"up\"; Ansible gives up the whole file.",
                "web: {hosts: {'m[01:100]': }}|h.yml:1:15 invalid-value web.hosts.m[01:100] \"m[01:100]\" cannot be read as hosts: begin and end of a range with leading zeros have the same length.",
                "web: {hosts: {'m[1:999999]': }}|h.yml:1:15 invalid-value web.hosts.m[1:999999] \"m[1:999999]\" cannot be read as hosts: it stands for more than 100000 hosts.",
                "web: {hosts: {'m[1:900][1:900]': }}|h.yml:1:15 invalid-value web.hosts.m[1:900][1:900] \"m[1:900][1:900]\" cannot be read as hosts: it stands for more than 100000 hosts.",
                "web: {hosts: {'m[3:1]': }}|h.yml:1:15 invalid-value web.hosts.m[3:1] \"m[3:1]\" cannot be read as hosts: it stands for no host at all.",
                "web: {hosts: {h1: {os: !Ref x}}}|h.yml:1:29 invalid-value  The tag !Ref is none that Ansible knows; it gives up the whole file.",
                "web: {hosts: {h1: }}\\n---\\ndb: {hosts: {h2: }}|h.yml:3:1 unrecognized-document  A second document begins here; Ansible reads files with one document only.",
                "a: {children: {b: {children: {a: }}}}|h.yml:1:31 invalid-value a.children.b.children.a The group \"a\" cannot be a child of \"b\", which belongs to it; Ansible refuses the loop.",
                "a: {children: {all: }}|h.yml:1:16 invalid-value a.children.all The group \"all\" cannot be a child of \"a\", which belongs to it; Ansible refuses the loop.",
                "a: {children: {a: }}|h.yml:1:16 invalid-value a.children.a The group \"a\" cannot be a child of \"a\", which belongs to it; Ansible refuses the loop.",
                "a: {children: {ungrouped: }}|h.yml:1:16 invalid-value a.children.ungrouped The group \"ungrouped\" is a child of \"a\"; Ansible then takes its hosts out of both groups.",
                "a: {vars: {ansible_group_priority: high}}|h.yml:1:36 invalid-value a.vars.ansible_group_priority ansible_group_priority of the group \"a\" is a whole number, not the text \"high\".",
                "web:\\n  hosts:\\n    mx01\\n    mx02|h.yml:3:5 invalid-value web.hosts \"mx01 mx02\" is no name of a host: it holds white space, and Ansible takes all of it for one host.",
                "web: {hosts: mx01 mx02 mx03}|h.yml:1:14 invalid-value web.hosts \"mx01 mx02 mx03\" is no name of a host: it holds white space, and Ansible takes all of it for one host.",
                "web: {hosts: {mx01 mx02: }}|h.yml:1:15 invalid-value web.hosts.mx01 mx02 \"mx01 mx02\" is no name of a host: it holds white space, and Ansible takes all of it for one host.",
                "web: {hosts: {'mx01 ': {v: 1}}}|h.yml:1:15 invalid-value web.hosts.mx01  \"mx01 \" is no name of a host: it holds white space, and Ansible takes all of it for one host.",
                "web: {hosts: {'mx[01:02] x': }}|h.yml:1:15 invalid-value web.hosts.mx[01:02] x \"mx[01:02] x\" is no name of a host: it holds white space, and Ansible takes all of it for one host.",
                "web:\\n  children:\\n    db\\n    app|h.yml:3:5 invalid-value web.children \"db app\" is no name of a group: it holds white space, and Ansible takes all of it for one group.",
                "exv: 2019|h.yml:1:6 invalid-value exv The group \"exv\" takes a mapping of hosts, children and vars, not the text \"2019\".",
                "web: {host: {h1: }}|h.yml:1:7 unknown-key web.host \"host\" is no key of the group \"web\"; Ansible skips it.",
                "plugin: amazon.aws.aws_ec2|h.yml:1:1 unrecognized-document plugin The file configures a dynamic inventory of amazon.aws.aws_ec2; it holds no hosts.",
                "# nothing|h.yml:1:1 unrecognized-document  The file is empty; Ansible takes it for no inventory.",
                "---|h.yml:1:1 unrecognized-document  The document is empty; Ansible takes it for no inventory.",
                "- h1|h.yml:1:3 unrecognized-document  The document is a list, where an inventory is a mapping of groups.",
                "h1 ansible_port=22|h.yml:1:1 unrecognized-document  The document is the text \"h1 ansible_port=22\", where an inventory is a mapping of groups.",
                "# x\\n\\n[web]\\nh1|h.yml:1:1 unrecognized-document  The file is an inventory in the INI format, which is not read here.",
                "#!/usr/bin/python3\\nprint()|h.yml:1:1 unrecognized-document  The file is a script that makes an inventory; scripts are not run here.",
                "$ANSIBLE_VAULT;1.1;AES256\\n6162|h.yml:1:1 unrecognized-document  The file is encrypted with Ansible Vault, so its hosts are not known.",
            })
    void whatAnsibleWouldNotReadIsSaidAtItsPlace(String text, String finding) {
        Inventory inventory = read("h.yml", text);
        assertThat(findings(inventory)).containsExactly(finding);
        assertThat(inventory.complete()).isFalse();
    }

    @Test
    void oneNameWithoutAColonIsOne() {
        Inventory inventory = read("h.yml", "web: {hosts: mx01, children: db}\ndb: {hosts: {\"mx\\u00A002\": }}\n");
        assertThat(inventory.hosts()).extracting(host -> host.name().value()).containsExactly("mx01");
        assertThat(findings(inventory)).singleElement().asString().startsWith("h.yml:2:14 invalid-value db.hosts.");
    }

    @Test
    void repeatedKeysAreWarningsWhereverTheyStand() {
        Inventory inventory = InventoryCase.of("test", """
                sources: h.yml
                === h.yml
                web: {hosts: {h1: {v: 1, v: 2, v: 3}, h1: {v: 4}}}
                === group_vars/web.yml
                <<: {x: 1}
                <<: {x: 2}
                """).inventory();
        assertThat(findings(inventory))
                .containsExactly(
                        "h.yml:1:26 duplicate-key  The key \"v\" stands again in this mapping; Ansible takes the last of"
                                + " its values.",
                        "h.yml:1:32 duplicate-key  The key \"v\" stands again in this mapping; Ansible takes the last of"
                                + " its values.",
                        "h.yml:1:39 duplicate-key  The key \"h1\" stands again in this mapping; Ansible takes the last of"
                                + " its values.",
                        "group_vars/web.yml:2:1 duplicate-key  The key \"<<\" stands again in this mapping; Ansible takes"
                                + " the last value of what several of them bring.");
        assertThat(inventory.findings()).allMatch(finding -> finding.severity() == Severity.WARNING);
        assertThat(inventory.complete()).isTrue();
        assertThat(inventory.hosts()).singleElement().satisfies(host -> {
            assertThat(host.variable("v"))
                    .hasValueSatisfying(v -> assertThat(v.value().kind()).contains("4"));
            assertThat(host.variable("x"))
                    .hasValueSatisfying(x -> assertThat(x.value().kind()).contains("2"));
        });
    }

    @Test
    void brokenYamlIsSaidOnceAndMakesTheInventoryIncomplete() {
        Inventory inventory = read("h.yml", "web: {hosts: {h1: }\n");
        assertThat(inventory.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo("yaml-syntax"));
        assertThat(inventory.complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "hosts.ini,is an inventory in the INI format",
        "hosts.toml,ends in \".toml\"",
        "hosts.sh,ends in \".sh\""
    })
    void filesOfOtherFormatsAreRefusedWithAdvice(String name, String reason) {
        assertThat(read(name, "x: {hosts: {h1: }}\n").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains(reason);
                    assertThat(finding.fix()).contains("ansible-inventory --list --yaml");
                });
    }

    @Test
    void whatCanBeReadBesideAFaultIsRead() {
        Inventory inventory = read("h.yml", "web: {hosts: {2012: , h1: {v: 1}}, vars: [x]}\ndb: {hosts: {h2: }}\n");
        assertThat(inventory.hosts()).extracting(host -> host.name().value()).containsExactly("h1", "h2");
    }

    @Test
    void faultsInVarsFilesAreSaidOnceHoweverManyHostsReadThem() {
        Inventory inventory = InventoryCase.of("test", """
                sources: h.yml
                === h.yml
                web: {hosts: {"h[1:9]": }}
                === group_vars/web.yml
                - a
                === group_vars/all/x.yml
                a: !Sub b
                === host_vars/h1.yml
                a: 1
                --- b
                """).inventory();
        assertThat(findings(inventory))
                .containsExactlyInAnyOrder(
                        "group_vars/web.yml:1:3 unrecognized-document  The file holds a list, where Ansible takes a"
                                + " mapping of variables.",
                        "group_vars/all/x.yml:1:9 invalid-value  The tag !Sub is none that Ansible knows; it gives up"
                                + " the whole file.",
                        "host_vars/h1.yml:2:5 unrecognized-document  A second document begins here; Ansible reads files"
                                + " with one document only.");
    }

    @Test
    void aliasesThatMultiplyAreNoTrouble() {
        StringBuilder text = new StringBuilder("all:\n  vars:\n    a0: &a0 {x: 1, y: !Ref x}\n");
        for (int i = 1; i < 15; i++) {
            text.append(String.format("    a%d: &a%d {l: *a%d, r: *a%d}\n", i, i, i - 1, i - 1));
        }
        text.append("web: {hosts: {h1: }, vars: {v: '{{ a14.l.r.l.x | default(\"d\") }}'}}\n");
        assertThat(read("h.yml", text.toString()).findings()).hasSize(1);
    }

    @Test
    @Slow
    @Tag("large")
    void noTextMakesAnException() throws IOException {
        Random random = new Random(20);
        List<InventoryCase> cases = RecordedInventoriesTest.inventories();
        String pieces = "{}[]:,-#&*!|>'\"%@` \n\t\\0a{{}}<<$~";
        for (int i = 0; i < (Slow.WHOLE ? 3000 : 200); i++) {
            InventoryCase each = cases.get(random.nextInt(cases.size()));
            StringBuilder text = new StringBuilder(each.text());
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                int piece = random.nextInt(pieces.length());
                if (random.nextBoolean()) {
                    text.insert(at, pieces.charAt(piece));
                } else {
                    text.deleteCharAt(at);
                }
            }
            String broken = text.toString();
            assertThatCode(() -> useAll(InventoryCase.of("broken", broken).inventory()))
                    .as(broken)
                    .doesNotThrowAnyException();
        }
    }

    private static void useAll(Inventory inventory) {
        for (Host host : inventory.hosts()) {
            host.variables().forEach((name, effectiveVariable) -> {
                assertThat(effectiveVariable.origin().place()).isNotNull();
                assertThat(host.resolve(effectiveVariable.value())).isNotNull();
            });
        }
    }
}
