package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.FieldConfidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of several parts, and products of which only the name is known. */
class ComposedValuesTest {
    private static final String MAPPING = """
            version: 1
            files: ['*.yaml']
            select: $.machines[*]
            fields:
              name:
                - {join: [{root: $.site}, {at: $.host, strip: '^vm-'}], with: _}
                - {at: $.host}
              os: {join: [{const: Windows Server}, {at: $.year}, {at: $.pack, when: {at: $.packed}}], with: ' '}
              exchange:
                - {at: $.mail}
                - {at: $.mailboxServer, release: unknown}
            """;

    private static Mapped mapped(String text) {
        return Mapped.by(MAPPING, Map.of("a.yaml", text));
    }

    @Test
    void aNameIsComposed() {
        assertThat(mapped("site: berlin\nmachines: [{host: vm-mx1}, {host: mx2}]\n")
                        .names())
                .containsExactly("berlin_mx1", "berlin_mx2");
    }

    @Test
    void withoutOneOfThePartsThereIsNone() {
        assertThat(mapped("machines: [{host: vm-mx1}]\n").names()).containsExactly("vm-mx1");
        assertThat(mapped("machines: [{host: a, year: 2022, pack: x}]\n").fields())
                .noneMatch(line -> line.contains("os"));
    }

    @Test
    void aComposedValueStandsWhereItsFirstPartDoes() {
        Mapped found = mapped("site: b\nmachines:\n  - {host: a, year: 2008 R2, pack: SP1, packed: yes}\n");
        assertThat(found.field("b_a", "os").texts()).containsExactly("Windows Server 2008 R2 SP1");
        assertThat(found.records().servers().get(0).name().place()).hasToString("lab/a.yaml:1:7");
        assertThat(mapped("site: b\nmachines:\n  - {host: '{{ x }}'}\n")
                        .findings()
                        .toString())
                .contains("name of the machine");
    }

    @Test
    void aProductMayHaveNoKnownRelease() {
        Mapped found =
                mapped("machines: [{host: a, mailboxServer: true}, {host: b, mail: 2019, mailboxServer: true}]\n");
        assertThat(found.field("a", "exchange").state()).isEqualTo(FieldConfidence.RELEASE_UNKNOWN);
        assertThat(found.field("b", "exchange").state()).isEqualTo(FieldConfidence.KNOWN);
    }
}
