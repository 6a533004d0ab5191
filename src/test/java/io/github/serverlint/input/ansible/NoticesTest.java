package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static List<String> notices(String text) {
        Inventory inventory = InventoryCase.of("test", text).inventory();
        assertThat(inventory.findings()).isEmpty();
        return inventory.notices().stream()
                .map(notice -> notice.place().orElseThrow() + " " + notice.text())
                .toList();
    }

    @Test
    void aFolderBesideAFileIsSaid() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                exchange: {hosts: {h1: }}
                === group_vars/exchange/a.yml
                v: 1
                === group_vars/exchange.yml
                v: 2
                === host_vars/h1.yml
                v: 1
                === host_vars/h1.yaml
                v: 2
                """))
                .containsExactly(
                        "group_vars/exchange.yml:1:1 not read: Ansible takes the folder exchange beside it instead",
                        "host_vars/h1.yaml:1:1 not read: Ansible takes host_vars/h1.yml beside it instead");
    }

    @Test
    void aFolderWithoutVariablesIsSaidToo() throws IOException {
        InventoryCase folders =
                InventoryCase.read(Path.of("src/test/resources/ansible/inventories/folders-without-variables.txt"));
        assertThat(notices(folders.text()))
                .containsExactly(
                        "group_vars/app/sub.d/x.yml:1:1 not read: Ansible does not search the folder sub.d, whose name"
                                + " has an extension",
                        "group_vars/db/notes.txt:1:1 not read: Ansible reads variables only from files that end in .yml,"
                                + " .yaml, .json or have no extension",
                        "group_vars/all.yml:1:1 not read: Ansible takes the folder all beside it instead, and finds no"
                                + " variables there",
                        "group_vars/db.yaml:1:1 not read: Ansible takes the folder db beside it instead, and finds no"
                                + " variables there",
                        "group_vars/mail.yaml:1:1 not read: Ansible takes the folder mail.yml beside it instead",
                        "group_vars/web.yml:1:1 not read: Ansible takes the folder web beside it instead, and finds no"
                                + " variables there",
                        "host_vars/h1.json:1:1 not read: Ansible takes the folder h1 beside it instead, and finds no"
                                + " variables there");
    }

    @Test
    void filesOfAFolderThatIsNotTakenGetTheSameReason() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: }}
                === group_vars/web/a.yml
                v: 1
                === group_vars/web.yml/b.yml
                v: 2
                === group_vars/web.yml/c.txt
                v: 2
                """))
                .containsExactly(
                        "group_vars/web.yml/b.yml:1:1 not read: Ansible takes the folder web beside it instead",
                        "group_vars/web.yml/c.txt:1:1 not read: Ansible takes the folder web beside it instead");
    }

    @Test
    void filesThatAFolderOfInventoriesLeavesOutAreSaid() {
        assertThat(notices("""
                sources: inv
                === inv/h.yml
                web: {hosts: {h1: }}
                === inv/old.ini
                [web]
                === inv/h.yml~
                x
                === inv/docs.bak/x.yml
                x
                === inv/.hidden
                x
                === inv/sub/group_vars/web.yml
                x: 1
                === inv/group_vars/web.yml
                x: 1
                """))
                .containsExactly(
                        "inv/docs.bak/x.yml:1:1 not read: Ansible leaves out what ends in \".bak\" in a folder of"
                                + " inventories",
                        "inv/h.yml~:1:1 not read: Ansible leaves out what ends in \"~\" in a folder of inventories",
                        "inv/old.ini:1:1 not read: Ansible leaves out what ends in \".ini\" in a folder of inventories",
                        "inv/sub/group_vars/web.yml:1:1 not read: Ansible reads group_vars only in the folder that is"
                                + " given to it");
    }

    @Test
    void unusedVariablesAreReportedOnceAFolder() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: }}
                empty:
                === group_vars/wbe.yml
                v: 1
                === group_vars/exchnage/a.yml
                v: 1
                === group_vars/empty.yml
                v: 1
                === host_vars/h2
                v: 1
                === host_vars/h3.yml
                v: 1
                === host_vars/h4.yml
                v: 1
                === host_vars/h5.yml
                v: 1
                === host_vars/.gitkeep

                """))
                .containsExactly(
                        "group_vars/exchnage/a.yml:1:1 not read: no group of the inventory is called \"exchnage\" or"
                                + " \"wbe\"",
                        "host_vars/h2:1:1 not read: no host of the inventory is called \"h2\" or \"h3\" or \"h4\" (and"
                                + " 1 more)");
    }

    @Test
    void otherExtensionsAmongVariablesAreSaid() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: }}
                === group_vars/web/notes.txt
                v: 1
                === group_vars/web/a.yml
                v: 1
                === group_vars/all.ini
                v: 1
                """))
                .containsExactly(
                        "group_vars/web/notes.txt:1:1 not read: Ansible reads variables only from files that end in"
                                + " .yml, .yaml, .json or have no extension",
                        "group_vars/all.ini:1:1 not read: Ansible reads variables only from files that end in .yml,"
                                + " .yaml, .json or have no extension");
    }

    @Test
    void encryptedFilesAreSaidAndKnownToTheVariablesBelowThem() {
        InventoryCase inventory = InventoryCase.of("test", """
                sources: h.yml
                === h.yml
                web: {hosts: {h1: , h2: }}
                db: {hosts: {h3: {v: 3}}}
                === group_vars/db.yml
                $ANSIBLE_VAULT;1.1;AES256
                6162
                === group_vars/web/vault.yml
                $ANSIBLE_VAULT;1.1;AES256
                6162
                === group_vars/web/vars.yml
                v: 1
                === host_vars/h2
                $ANSIBLE_VAULT;1.1;AES256
                6162
                """);
        assertThat(inventory.inventory().findings()).isEmpty();
        assertThat(inventory.inventory().notices())
                .extracting(Notice::text)
                .hasSize(3)
                .allMatch(message -> message.startsWith("not read: the file is encrypted with Ansible Vault"));
        List<List<String>> encrypted = inventory.inventory().hosts().stream()
                .map(host -> host.variable("v").orElseThrow().vaulted().stream()
                        .map(variableOrigin ->
                                variableOrigin.kind() + " " + variableOrigin.name() + " " + variableOrigin.place())
                        .toList())
                .toList();
        assertThat(encrypted)
                .containsExactly(
                        List.of("GROUP web group_vars/web/vault.yml:1:1"),
                        List.of("HOST h2 host_vars/h2:1:1", "GROUP web group_vars/web/vault.yml:1:1"),
                        List.of());
    }

    @Test
    void keysThatAreSkippedAreSaidUnlessTheyAreHelpers() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                .base: {os: x}
                web:
                  remarks: text
                  x-helper: text
                  .anchors: {a: b}
                  hosts: {h1: }
                """))
                .containsExactly(
                        "h.yml:1:9 not read: \"os\" is no key of the group \".base\", which has hosts, children and"
                                + " vars; Ansible skips it with a warning",
                        "h.yml:3:3 not read: \"remarks\" is no key of the group \"web\", which has hosts, children and"
                                + " vars; Ansible skips it with a warning");
    }

    @Test
    void aHostWithTheNameOfAGroupIsSaid() {
        assertThat(notices("""
                sources: h.yml
                === h.yml
                web: {hosts: {h1: , web: }}
                """))
                .containsExactly("h.yml:1:21 \"web\" is a host and a group: what is said beside the host counts for the"
                        + " group instead");
    }
}
