package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.input.provenance.FieldConfidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layouts that ship with serverlint find in files as other tools have them. */
class ShippedLayoutsTest {
    private static final Path SAMPLES = Sample.FOLDER.resolve("layouts");

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

    /** The files of a sample stand in a folder with the name of the layout, and what is found in them in a file beside it. */
    @ParameterizedTest
    @MethodSource("names")
    void itsSampleIsUnderstoodAsItWasRead(String name) throws IOException {
        assertThat(SAMPLES.resolve(name))
                .as("the sample that a shipped layout needs")
                .isDirectory();
        Mapped found = Mapped.shipped(name, files(SAMPLES.resolve(name)));
        assertThat(found.fields()).anyMatch(field -> field.contains(" os = ") && field.contains(" KNOWN "));
        assertThat(found.fields()).anyMatch(field -> field.contains(" exchange = ") && field.contains(" KNOWN "));
        // A password in the sample of Ansible.
        assertThat(found.records().toString()).doesNotContain("hunter2");
        Golden.check(SAMPLES.resolve(name + ".txt"), String.join("\n", found.described()) + "\n");
    }

    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void anotherNameIsNone() {
        assertThat(MappingFile.shipped("native", Sample.CATALOG)).isEmpty();
    }

    @Test
    void groupsThatAreTiedAreAWarningOnceForAll() {
        Mapped found = Mapped.shipped("ansible", Map.of("hosts.yml", """
                all:
                  children:
                    a_2016: {hosts: {mx1: , mx2: }, vars: {exchange_version: 2016}}
                    b_2019: {hosts: {mx1: , mx2: }, vars: {exchange_version: 2019, os: W2019}}
                """));
        assertThat(found.field("mx1", "exchange").value().map(ValueChecks::text))
                .contains("2019");
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
    void whatIsSaidToAllHostsMakesExchangeServersOfThoseInItsGroup() {
        Mapped found = Mapped.shipped("ansible", Map.of("hosts.yml", """
                all:
                  vars: {exchange_version: 2019}
                  children:
                    exchange_servers: {hosts: {mx1: }}
                    databases: {hosts: {db1: , db2: {ansible_connection: ssh}}}
                    tools: {hosts: {app1: {ansible_connection: winrm}, app2: {os: W2022}}}
                """));
        assertThat(found.names()).containsExactly("mx1", "app2");
        assertThat(found.notices())
                .containsExactly(
                        "layout ansible: Left out, because \"where\" does not hold: 3 of 5 machines (db1, db2, app1).",
                        "lab/hosts.yml:2:10: not used: \"exchange_version\", which the group \"all\" says, for db1, db2, app1 and"
                                + " 1 more: it is meant for the group \"exchange_servers\"");
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
            assertThat(found.field("mx1", field).state()).isEqualTo(FieldConfidence.KNOWN);
            assertThat(found.field("mx1", field).steps())
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
        String state = text.contains("{{")
                ? "UNRESOLVED"
                : Set.of("ambiguous", "candidates").contains(meaning) ? meaning.toUpperCase(Locale.ROOT) : "KNOWN";
        assertThat(found.field("mx1", product).state()).as(number + " " + text).hasToString(state);
    }
}
