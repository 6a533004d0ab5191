package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of hosts that expressions and aliases lead to. */
class AnsibleMachineReaderTest {

    private static Mapped found(String inventory) {
        return Mapped.shipped("ansible", Map.of("hosts.yml", inventory));
    }

    private static Mapped foundSoon(String inventory) throws Exception {
        return ProcessorTime.within(20, () -> found(inventory));
    }

    private static List<String> fields(String vars) {
        return found("all:\n  hosts: {mx01: {ansible_connection: winrm}}\n  vars:\n" + vars.indent(4))
                .fields();
    }

    @Test
    void aSelectorLooksIntoWhatAnExpressionNames() {
        assertThat(
                        fields(
                                "microsoft_exchange_server_info: '{{ exch }}'\nexch: '{{ real }}'\nreal: {version: '{{ v }}'}\nv: 2019\n"))
                .containsExactly("mx01 exchange = 2019 KNOWN at 4:37 by var $.microsoft_exchange_server_info.version");
    }

    @Test
    void aSelectorIntoAnExpressionThatIsNoMappingIsNotMissing() {
        for (String expression : List.of("{{ exch | combine(x) }}", "{{ nope }}")) {
            assertThat(fields("microsoft_exchange_server_info: '" + expression + "'\ntext: x\nexch: {version: 2019}\n"))
                    .anyMatch(line -> line.startsWith("mx01 exchange =  UNRESOLVED (" + expression + ") at 4:37"));
        }
        assertThat(fields("microsoft_exchange_server_info: !vault x\n"))
                .anyMatch(line -> line.startsWith("mx01 exchange =  ENCRYPTED"));
        for (String text : List.of("text", "'{{ other }}'", "'{{ a | default(0) }}'")) {
            assertThat(fields("microsoft_exchange_server_info: " + text + "\nother: x\n"))
                    .isEmpty();
        }
        assertThat(fields("microsoft_exchange_server_info: '{{ exch }}'\nexch: {}\n"))
                .isEmpty();
    }

    @Test
    void whatIsFetchedFromAPasswordIsEncrypted() {
        assertThat(fields("os: 'x{{ a }}'\na: '{{ admin_password }}'\nadmin_password: Windows Server 2022\n"))
                .containsExactly("mx01 os =  ENCRYPTED (the key \"admin_password\" names a secret) at 4:9 by var os");
    }

    @Test
    void aListThatAnExpressionNamesIsResolvedItemByItem() {
        assertThat(
                        fields(
                                "os: Windows Server 2022\nserver_roles: '{{ all_roles }}'\nall_roles: [mailbox, '{{ other }}']\nother: cas\n"))
                .anyMatch(line -> line.startsWith("mx01 roles = [mailbox, cas] KNOWN"));
        assertThat(fields("os: Windows Server 2022\nserver_roles: '{{ loop }}'\nloop: [mailbox, '{{ loop }}']\n"))
                .anyMatch(line -> line.startsWith("mx01 roles = [mailbox] KNOWN"))
                .anyMatch(line -> line.startsWith("mx01 roles =  UNRESOLVED ({{ loop }})"));
    }

    @Test
    void listsOfAliasesOfListsEndInAFinding() throws Exception {
        for (String use : List.of("*x5", "'{{ x5 }}'")) {
            StringBuilder vars = new StringBuilder("x0: &x0 [mailbox]\n");
            for (int i = 1; i <= 5; i++) {
                vars.append("x" + i + ": &x" + i + " [" + ("*x" + (i - 1) + ", ").repeat(9) + "]\n");
            }
            Mapped found = foundSoon("all:\n  hosts: {mx01: , mx02: }\n  vars:\n"
                    + (vars + "exchange_features: " + use + "\n").indent(4));
            assertThat(found.findings())
                    .containsExactly("lab/hosts.yml:10:24: error: The value here has more than 10000 items, so nothing"
                            + " was read from it.");
        }
    }

    @Test
    void groupsOfAliasesOfGroupsEndInAFinding() throws Exception {
        StringBuilder groups = new StringBuilder(
                "a0: &a0 {hosts: {mx01: {os: Windows Server 2022, x: 1}}, vars: {y: 1}, other: 1, host: 1}\n");
        for (int i = 1; i <= 14; i++) {
            groups.append(String.format("a%d: &a%d {children: {b%d: *a%d, c%d: *a%d}}\n", i, i, i, i - 1, i, i - 1));
        }
        Mapped found = foundSoon(groups + "last: {hosts: {mx02: }}\n");
        assertThat(found.findings())
                .filteredOn(line -> line.contains("Aliases lead to aliases"))
                .hasSize(1)
                .allMatch(line -> line.contains("error"));
        assertThat(found.names()).containsExactly("mx01");
        assertThat(found.records().complete()).isFalse();
    }

    @Test
    void aChainOfAliasesIsNoLongerThanTheStack() throws Exception {
        StringBuilder chain = new StringBuilder("all: {vars: {x: [&a0 {hosts: {mx01: }}");
        for (int i = 1; i <= 500; i++) {
            chain.append(String.format(",\n  &a%d {children: {b%d: *a%d}}", i, i, i - 1));
        }
        Mapped found = foundSoon(chain + "]}, children: {top: *a500}}\n");
        assertThat(found.findings()).hasSize(1).allMatch(line -> line.contains("more than 300 levels"));
    }
}
