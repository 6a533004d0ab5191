package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Slow;
import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static Inventory read(String text) {
        Inventory inventory = InventoryCase.of("test", text).inventory();
        assertThat(inventory.findings()).isEmpty();
        return inventory;
    }

    private static Host host(Inventory inventory, String name) {
        return inventory.hosts().stream()
                .filter(host -> host.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EffectiveVariable variable(Host host, String name) {
        return Objects.requireNonNull(host.variables().get(name));
    }

    private static String shown(VariableOrigin variableOrigin) {
        StringBuilder text =
                new StringBuilder(variableOrigin.kind() + " " + variableOrigin.name() + " " + variableOrigin.place());
        variableOrigin
                .chain()
                .forEach(originStep ->
                        text.append(" > ").append(originStep.name()).append(' ').append(originStep.place()));
        return text.toString();
    }

    private static List<String> shown(List<VariableOrigin> origins) {
        return origins.stream().map(VariablesTest::shown).toList();
    }

    @Test
    void theWayFromTheGroupToTheHostIsKnown() {
        Host host = host(read("""
                sources: inv/h.yml
                === inv/h.yml
                all:
                  vars: {os: a}
                  children:
                    site:
                      children:
                        exchange:
                    exchange:
                      hosts:
                        mx[01:02]:
                          os: b
                      vars:
                        os: c
                === inv/group_vars/site.yml
                # the site
                os: d
                """), "mx02");
        EffectiveVariable os = variable(host, "os");
        assertThat(shown(os.origin())).isEqualTo("HOST mx02 inv/h.yml:10:11");
        assertThat(shown(os.overridden()))
                .containsExactly(
                        "GROUP site inv/group_vars/site.yml:2:1 > exchange inv/h.yml:6:9 > mx02 inv/h.yml:9:9",
                        "GROUP exchange inv/h.yml:12:9 > mx02 inv/h.yml:9:9",
                        "GROUP all inv/h.yml:2:10 > exchange inv/h.yml:7:5 > mx02 inv/h.yml:9:9");
        assertThat(os.tied()).isEmpty();
        assertThat(host.groups()).containsExactly("all", "site", "exchange");
        assertThat(host.declared()).extracting(Object::toString).containsExactly("inv/h.yml:9:9");
        assertThat(host.name().place()).hasToString("inv/h.yml:9:9");
    }

    @Test
    void topLevelGroupsBelongToAllAndLonelyHostsToUngrouped() {
        Inventory inventory = read("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: }}
                all: {hosts: {h2: }, vars: {v: 1}}
                """);
        assertThat(shown(variable(host(inventory, "h1"), "v").origin()))
                .isEqualTo("GROUP all h.yml:2:29 > web h.yml:1:1 > h1 h.yml:1:15");
        assertThat(shown(variable(host(inventory, "h2"), "v").origin()))
                .isEqualTo("GROUP all h.yml:2:29 > h2 h.yml:2:15");
        assertThat(host(inventory, "h2").groups()).containsExactly("all", "ungrouped");
    }

    @Test
    void everyPlaceThatNamesAHostIsKnown() {
        Host host = host(read("""
                sources: a.yml b.yml
                === a.yml
                web: {hosts: {h1: , "h[1:2]": }}
                === b.yml
                db: {hosts: {h1: {v: 1}}, vars: {v: 2}}
                web: {hosts: {h1: {v: 3}}}
                """), "h1");
        assertThat(host.declared())
                .extracting(Object::toString)
                .containsExactly("a.yml:1:15", "a.yml:1:21", "b.yml:1:14", "b.yml:2:15");
        assertThat(shown(variable(host, "v").origin())).isEqualTo("HOST h1 b.yml:2:20");
        assertThat(shown(variable(host, "v").overridden()))
                .containsExactly("HOST h1 b.yml:1:19", "GROUP db b.yml:1:34 > h1 b.yml:1:14");
    }

    @Test
    void groupsThatDifferByNameOnlyAreTied() {
        Inventory inventory = read("""
                sources: h.yml
                === h.yml
                a: {hosts: {h1: , h2: }, vars: {os: w2016, same: x, cu: 1}}
                b: {hosts: {h1: , h2: }, vars: {os: w2019, same: x}}
                c: {hosts: {h1: }, vars: {os: w2022, ansible_group_priority: 0}}
                top: {children: {d: {hosts: {h2: }, vars: {os: w2025}}}}
                === group_vars/a.yml
                cu: 2
                file: [1, {x: y}]
                === group_vars/b.yml
                file: [1, {x: z}]
                """);
        EffectiveVariable os = variable(host(inventory, "h1"), "os");
        assertThat(((Scalar) os.value()).text()).isEqualTo("w2019");
        assertThat(shown(os.tied())).containsExactly("GROUP a h.yml:1:33 > h1 h.yml:1:13");
        assertThat(os.overridden()).hasSize(2);
        assertThat(variable(host(inventory, "h1"), "same").tied()).isEmpty();
        assertThat(variable(host(inventory, "h1"), "cu").tied()).isEmpty();
        assertThat(shown(variable(host(inventory, "h1"), "file").tied()))
                .containsExactly("GROUP a group_vars/a.yml:2:1 > h1 h.yml:1:13");
        assertThat(variable(host(inventory, "h2"), "os").tied()).isEmpty();
    }

    @Test
    void aFileThatIsReachedTwiceOverridesNothing() {
        Host host = host(read("""
                sources: site/h.yml
                playbook: site
                === site/h.yml
                web: {hosts: {h1: }}
                === site/group_vars/web.yml
                v: 1
                """), "h1");
        assertThat(variable(host, "v").overridden()).isEmpty();
        assertThat(variable(host, "v").tied()).isEmpty();
    }

    @Test
    void valuesThroughAnAliasHaveBothPlaces() {
        Host host = host(read("""
                sources: h.yml
                === h.yml
                .base: &b {os: w2022}
                web: {hosts: {h1: {<<: *b}}}
                """), "h1");
        assertThat(variable(host, "os").value().place()).hasToString("h.yml:2:24");
        assertThat(variable(host, "os").value().written()).hasToString("h.yml:1:16");
    }

    @Test
    void theMapOfVariablesIsAMap() {
        Host host = host(read("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: {b: 1, a: }}, vars: {b: 2, c: !vault x}}
                """), "h1");
        Map<String, EffectiveVariable> variables = host.variables();
        assertThat(variables).containsOnlyKeys("a", "b", "c").hasSize(3).doesNotContainKey("d");
        assertThat(variables.get("d")).isNull();
        assertThat(variables.values())
                .extracting(EffectiveVariable::state)
                .containsExactly(VariableState.KNOWN, VariableState.KNOWN, VariableState.ENCRYPTED);
        assertThat(host.variable("inventory_hostname")).isPresent();
        assertThat(host.variable("nope")).isEmpty();
    }

    @Test
    void theFolderOfASourceMayBeTheWholeTree() {
        Inventory inventory = read("""
                sources: .
                === h.yml
                web: {hosts: {h1: }}
                === group_vars/web.yml
                v: 1
                """);
        assertThat(host(inventory, "h1").variables()).containsOnlyKeys("v");
    }

    @Test
    @Slow
    @Tag("large")
    void twentyThousandHostsAreReadInSeconds() throws Exception {
        int part = Slow.WHOLE ? 1 : 10;
        StringBuilder text = new StringBuilder("sources: h.yml\n=== h.yml\nall:\n  vars:\n");
        for (int i = 0; i < 1000; i++) {
            text.append("    v").append(i).append(": 'a {{ os }} ").append(i).append("'\n");
        }
        text.append("    os: w2019\n  children:\n    site0: {children: {site1: {children: {site2: }}}}\n");
        for (int group = 0; group < 500 / part; group++) {
            text.append("    g")
                    .append(group)
                    .append(":\n      vars: {g")
                    .append(group)
                    .append(": 1}\n      hosts:\n");
            for (int host = 0; host < 120; host++) {
                // Each host is in three groups, hardly two of them in the same three.
                text.append("        h")
                        .append((group * 40 + host * (1 + group % 7)) % (20_000 / part))
                        .append(": {p: 1}\n");
            }
        }
        InventoryCase large = InventoryCase.of("large", text.toString());
        int resolved = ProcessorTime.within(5, () -> {
            List<Host> hosts = large.inventory().hosts();
            for (Host host : hosts) {
                EffectiveVariable effectiveVariable = variable(host, "v999");
                assertThat(effectiveVariable.state()).isEqualTo(VariableState.KNOWN);
                assertThat(((Scalar) host.resolve(effectiveVariable.value()).value()).text())
                        .isEqualTo("a w2019 999");
            }
            return hosts.size();
        });
        assertThat(resolved).isGreaterThan(15_000 / part);
    }
}
