package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.input.provenance.FieldConfidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts get an Exchange from what a group says that holds others too. */
class VariableAudienceTest {

    private static Mapped found(String inventory) {
        return Mapped.shipped("ansible", Map.of("hosts.yml", inventory));
    }

    private static List<String> exchangeServers(Mapped found) {
        return found.records().servers().stream()
                .filter(server -> found.field(server.name().value(), "exchange").state() != FieldConfidence.MISSING)
                .map(server -> server.name().value())
                .toList();
    }

    @Test
    void allSaysNothingOfDomainControllers() {
        Mapped found = found("""
                all:
                  vars: {exchange_version: 2016, exchange_cu: 23, exchange_roles: Mailbox, exchange_dag: dag1}
                  children: {domain_controllers: {hosts: {dc01: {box: acme/WindowsServer2022}, dc02: {box: acme/WindowsServer2022}}}}
                """);
        assertThat(found.fields())
                .filteredOn(line -> !line.contains(" os "))
                .allMatch(line -> line.contains("roles = [domain-controller]"))
                .hasSize(2);
        assertThat(found.notices())
                .contains("lab/hosts.yml:2:10: not used: \"exchange_version\", which the group \"all\" says, for dc01,"
                        + " dc02: it is not meant for the group \"domain_controllers\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dc",
                "dcs",
                "addc",
                "domaincontroller",
                "domain-controllers",
                "prod_domain_controllers",
                "lab_dcs",
                "dc_servers",
                "dcs_2019",
                "rodc",
                "ad_dc",
                "dc_primary",
                "primary_domain_controller",
                "exchange_domain_controllers"
            })
    void anEnvironmentSaysNothingOfDomainControllers(String group) {
        for (String inventory : List.of(
                "prod: {vars: {exchange_version: 2016}, children: {" + group + ": {hosts: {h1: {os: W2022}}}}}\n",
                "prod: {vars: {exchange_version: 2016}, hosts: {h1: {os: W2022}}}\n" + group + ": {hosts: {h1: }}\n",
                "exchange_lab: {vars: {exchange_version: 2016}, children: {" + group
                        + ": {hosts: {h1: {os: W2022}}}}}\n")) {
            Mapped found = found(inventory);
            assertThat(found.names()).containsExactly("h1");
            assertThat(exchangeServers(found)).as(inventory).isEmpty();
            assertThat(found.notices()).anyMatch(line -> line.contains("not used: \"exchange_version\""));
        }
    }

    @Test
    void filesOfVariablesAreLikeThoseOfTheInventory() {
        Mapped found = Mapped.shipped(
                "ansible",
                Map.of(
                        "hosts.yml", "dcs: {hosts: {dc01: {os: W2022}}}\nexchange: {hosts: {mx01: {os: W2019}}}\n",
                        "group_vars/all.yml", "exchange: {version: 2019, cu: 12}\n"));
        assertThat(exchangeServers(found)).containsExactly("mx01");
        assertThat(found.notices())
                .contains("lab/group_vars/all.yml:1:1: not used: \"exchange\", which the group \"all\" says, for dc01:"
                        + " it is not meant for the group \"dcs\"");
    }

    @Test
    void othersAreNotMeantWhereSomeAreInAGroupOfMailServers() {
        Mapped found = found("""
                prod:
                  vars: {exchange_iso: ExchangeServer2019-x64-CU12.iso}
                  children:
                    mail_servers: {hosts: {mx01: {os: W2019}}}
                    windows: {hosts: {file01: {os: W2019}, mx01: , file02: {os: W2019}, file03: {os: W2019}, file04: {os: W2019}}}
                test:
                  vars: {exchange_version: 2019}
                  hosts: {t1: {os: W2019}}
                """);
        assertThat(exchangeServers(found)).containsExactly("mx01", "t1");
        assertThat(found.notices())
                .contains("lab/hosts.yml:2:10: not used: \"exchange_iso\", which the group \"prod\" says, for file01,"
                        + " file02, file03 and 1 more: it is meant for the group \"mail_servers\"");
    }

    @Test
    void whereNoGroupIsNamedAfterMailAllMeansAll() {
        Mapped found = found("all: {vars: {exchange_version: 2019}, hosts: {h1: {os: W2019}, h2: {os: W2019}}}\n");
        assertThat(exchangeServers(found)).containsExactly("h1", "h2");
        assertThat(found.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Said to the host, to the group itself, to a group below it, or to a mail server.
                "all: {vars: {exchange_version: 2016}}\ndcs: {hosts: {h1: {os: W2019, exchange_version: 2019}}}\n",
                "all: {vars: {exchange_version: 2016}}\ndcs: {vars: {exchange_version: 2019}, hosts: {h1: {os: W2019}}}\n",
                "dcs: {children: {site_a: {vars: {exchange_version: 2019}, hosts: {h1: {os: W2019}}}}}\n",
                "all: {vars: {exchange_version: 2019}}\ndcs: {hosts: {h1: {os: W2019}}}\nexchange: {hosts: {h1: }}\n",
                "exchange: {vars: {exchange_version: 2019}, hosts: {h1: }}\ndcs: {hosts: {h1: {os: W2019}}}\n",
                // The group whose name comes later wins, and says the same in other words.
                "dcs: {vars: {exchange_version: 2019}, hosts: {h1: {os: W2019}}}\nprod: {vars: {exchange_version: Exchange 2019}, hosts: {h1: }}\n"
            })
    void whatIsSaidToThemselvesCounts(String inventory) {
        Mapped found = found(inventory);
        assertThat(exchangeServers(found)).containsExactly("h1");
        assertThat(found.notices()).noneMatch(line -> line.contains("not used"));
    }

    @Test
    void aHostThatNothingElseMakesAServerIsNamedToo() {
        Mapped found = found("all: {vars: {exchange_version: 2019}}\ndcs: {hosts: {dc01: }}\n");
        assertThat(found.names()).isEmpty();
        assertThat(found.notices()).anyMatch(line -> line.contains("not used") && line.contains("for dc01"));
    }

    @Test
    void aMappingOfOnesOwnSaysItForItsOwnNames() {
        String mapping = """
                version: 1
                reader: ansible
                meant-for: {variables: ^mailer$, groups: ^post$}
                fields: {os: {var: os}, exchange: {var: mailer}}
                """;
        String inventory = "all: {vars: {mailer: 2019, os: W2019}}\npost: {hosts: {a: }}\ndcs: {hosts: {b: }}\n";
        assertThat(exchangeServers(Mapped.by(mapping, Map.of("hosts.yml", inventory))))
                .containsExactly("a");
        for (String wrong : List.of(
                "{groups: x}", "{variables: x}", "{variables: '(', groups: x}", "{variables: x, groups: x, y: z}")) {
            String broken = mapping.replaceFirst("meant-for: .*", "meant-for: " + wrong.replace("\\", "\\\\"));
            assertThatThrownBy(() -> Mapped.by(broken, Map.of("hosts.yml", inventory)))
                    .hasMessageContaining("my.yaml:3");
        }
    }
}
