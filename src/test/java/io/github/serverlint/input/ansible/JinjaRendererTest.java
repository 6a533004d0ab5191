package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is resolved at all is compared with Ansible in RecordedInventoriesTest; here it is states, places and limits. */
class JinjaRendererTest {

    private static Host host(String variables) {
        Inventory inventory = InventoryCase.of(
                        "test",
                        "sources: h.yml\n=== h.yml\nweb:\n  hosts: {mx01.corp.example: }\n" + "  vars:\n"
                                + variables.indent(4))
                .inventory();
        assertThat(inventory.findings()).isEmpty();
        return inventory.hosts().get(0);
    }

    private static RenderedValue resolve(Host host, String name) {
        EffectiveVariable effectiveVariable =
                Objects.requireNonNull(host.variables().get(name));
        RenderedValue renderedValue = host.resolve(effectiveVariable.value());
        assertThat(effectiveVariable.state()).isEqualTo(renderedValue.state());
        return renderedValue;
    }

    private static List<String> through(RenderedValue renderedValue) {
        return renderedValue.through().stream()
                .map(variableOrigin -> variableOrigin.name() + " " + variableOrigin.place())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'{% if a %}x{% endif %}'~{% if a %}x{% endif %}",
                "'v{{ a + 1 }}'~{{ a + 1 }}",
                "'v{{ a }}-{{ nope }}'~{{ nope }}",
                "'{{ a | replace(1, 2) }}'~{{ a | replace(1, 2) }}",
                "'{{ lookup(\"env\", \"X\") }}'~{{ lookup(\"env\", \"X\") }}",
                "'{{ omit }}'~{{ omit }}",
                "'{{ v }}'~{{ v }}",
                "'{{ nope | default(omit) }}'~{{ nope | default(omit) }}",
                "'{{ ansible_hostname | default(\"x\") }}'~{{ ansible_hostname | default(\"x\") }}",
                "'{{ a'~{{ a",
                "!unsafe '{{ a }}'~!unsafe {{ a }}",
                "'{{ hostvars[\"x\"].a }}'~{{ hostvars[\"x\"].a }}",
                "'{{ true }}'~{{ true }}",
                "'{{ a | lower.x }}'~{{ a | lower.x }}",
                "'{{ a | int(3) }}'~{{ a | int(3) }}",
                "'{{ a.b }}'~{{ a.b }}",
                "'x{{ big }}'~{{ big }}",
            })
    void whatIsNotCertainIsShownAndNotGuessed(String value, String expression) {
        Host host = host("a: 1\nbig: 1.5e+300\nv: " + value);
        RenderedValue renderedValue = resolve(host, "v");
        assertThat(renderedValue.state()).isEqualTo(VariableState.UNRESOLVED);
        assertThat(renderedValue.expression()).isEqualTo(expression);
        assertThat(renderedValue.value()).isSameAs(host.variables().get("v").value());
    }

    @Test
    void theVariablesThatWereUsedAreKnown() {
        Host host = host("name: 'Exchange {{ release }}'\nrelease: '{{ year }}'\nyear: 2019\n"
                + "os: '{{ name }} on {{ inventory_hostname_short }} {{ year }}'\n");
        RenderedValue renderedValue = resolve(host, "os");
        assertThat(((Scalar) renderedValue.value()).text()).isEqualTo("Exchange 2019 on mx01 2019");
        assertThat(through(renderedValue))
                .containsExactly("web h.yml:4:5", "web h.yml:5:5", "web h.yml:6:5", "mx01.corp.example h.yml:2:11");
        assertThat(renderedValue.value().place()).hasToString("h.yml:7:9");
    }

    @Test
    void oneNameAloneIsTheValueItselfUsedElsewhere() {
        Host host = host("build: 15.10\nsame: '{{ build }}'\ninfo: {a: {b: 0x1F}}\npart: \"{{ info['a'] }}\"\n"
                + "leaf: '{{ part.b }}'\n");
        Scalar same = (Scalar) resolve(host, "same").value();
        assertThat(same.text()).isEqualTo("15.10");
        assertThat(same.place()).hasToString("h.yml:5:11");
        assertThat(same.written()).hasToString("h.yml:4:12");
        assertThat(((Mapping) resolve(host, "part").value()).entry("b")).isPresent();
        assertThat(((Scalar) resolve(host, "leaf").value()).text()).isEqualTo("0x1F");
    }

    @Test
    void encryptedValuesStayEncryptedWhereverTheyAreUsed() {
        Host host = host("secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\nuser: 'x{{ secret }}'\n"
                + "list: [!vault a]\nplain: !unsafe text\n");
        assertThat(resolve(host, "secret").state()).isEqualTo(VariableState.ENCRYPTED);
        assertThat(resolve(host, "user").state()).isEqualTo(VariableState.ENCRYPTED);
        assertThat(resolve(host, "list").state()).isEqualTo(VariableState.KNOWN);
        assertThat(resolve(host, "plain").value().foreignTag()).isEmpty();
    }

    @Test
    void loopsEndAndNameTheExpression() {
        Host host = host("a: '{{ b }}'\nb: 'x{{ c }}'\nc: '{{ a }}'\n");
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(name -> assertThat(resolve(host, name).state()).isEqualTo(VariableState.UNRESOLVED));
        assertThat(resolve(host, "a").expression()).isEqualTo("{{ b }}");
    }

    @Test
    void valuesThatGrowAndGrowAreGivenUp() {
        StringBuilder variables = new StringBuilder("a0: ''\nb0: x\n");
        for (int i = 1; i < 31; i++) {
            variables.append(String.format("a%d: '{{ a%d }}{{ a%d }}'\n", i, i - 1, i - 1));
            variables.append(String.format("b%d: '{{ b%d }}{{ b%d }}'\n", i, i - 1, i - 1));
        }
        variables.append("c0: x\n");
        for (int i = 1; i < 60; i++) {
            variables.append(String.format("c%d: '{{ c%d }}'\n", i, i - 1));
        }
        Host host = host(variables.toString());
        assertThat(resolve(host, "a30").state()).isEqualTo(VariableState.UNRESOLVED);
        assertThat(resolve(host, "b30").state()).isEqualTo(VariableState.UNRESOLVED);
        assertThat(resolve(host, "b8").state()).isEqualTo(VariableState.KNOWN);
        assertThat(resolve(host, "c59").state()).isEqualTo(VariableState.UNRESOLVED);
        assertThat(resolve(host, "c30").state()).isEqualTo(VariableState.KNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ release }};''",
                "{{ db_password }};db_password",
                "{{ login.passphrase }};passphrase",
                "{{ access_token }} {{ db_password }};access_token",
                "{{ indirect }};db_password",
                "{{ no_such_password | default(1) }};no_such_password",
            })
    void theFirstSecretThatAValueIsMadeOfIsKnown(String value, String secret) {
        Host host = host("release: 2019\ndb_password: x\naccess_token: x\nlogin: {passphrase: x}\n"
                + "indirect: '{{ db_password }}'\nv: '" + value + "'\n");
        assertThat(resolve(host, "v").secret().orElse("")).isEqualTo(secret);
    }

    @Test
    void numericNamesAreNotShortened() {
        Span place = Span.at(new SourceFile("h.yml", ""), 1, 1);
        assertThat(List.of("192.0.2.7", "fe80::1", "mx01.corp.example", "mx01"))
                .extracting(name -> ((Scalar) MagicVariables.of(Located.of(name, place), "inventory_hostname_short")
                                .orElseThrow()
                                .value())
                        .text())
                .containsExactly("192.0.2.7", "fe80::1", "mx01", "mx01");
    }

    @Test
    void aHostOfAnyMapOfVariablesResolves() {
        Host read = host("a: 1\nb: 'x{{ a }}'\n");
        Host copy = new Host(read.name(), List.of(), Map.copyOf(read.variables()), List.of());
        assertThat(((Scalar) resolve(copy, "b").value()).text()).isEqualTo("x1");
    }
}
