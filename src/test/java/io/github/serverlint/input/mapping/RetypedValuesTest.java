package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that Ansible takes for another number than their text says. The numbers are those that {@code
 * ansible-inventory --list} of ansible-core 2.14.18 shows.
 */
class RetypedValuesTest {
    private static final String HEAD = "all: {hosts: {mx1: {os: W2022, ";

    private static List<String> warnings(String variables) {
        return Mapped.shipped("ansible", Map.of("hosts.yml", HEAD + variables + "}}}\n"))
                .findings();
    }

    @ParameterizedTest
    @CsvSource({
        "012,10",
        "02016,1038",
        "-012,-10",
        "0x1F,31",
        "0b11,3",
        "1_000,1000",
        "0_1,1",
        "15.10,15.1",
        "08.10,8.1",
        "012.5,12.5",
        ".5,0.5",
        "5.,5.0",
        "1_0.5,10.5",
        "1.5e+3,1500.0",
        "1:30,90",
        "1:30:00,5400",
        "190:20:30.15,685230.15"
    })
    void aNumberThatIsAnotherOneIsSaidWithBoth(String text, String number) {
        String warning = ": warning: \"" + text + "\" is the number " + number
                + " for Ansible, which reads YAML 1.1; here it was read as it is written.";
        assertThat(warnings("exchange_cu: " + text)).containsExactly("lab/hosts.yml:1:45" + warning);
        assertThat(warnings("exchange: {version: " + text + "}")).containsExactly("lab/hosts.yml:1:52" + warning);
        assertThat(warnings("exchange_roles: [" + text + "]")).containsExactly("lab/hosts.yml:1:49" + warning);
        assertThat(warnings("exchange_cu: '{{ cu }}', cu: " + text)).containsExactly("lab/hosts.yml:1:61" + warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "0",
                "2016",
                "+5",
                "15.1",
                "2016.0",
                "'012'",
                "\"15.10\"",
                "!!str 012",
                "!unsafe 012",
                "09",
                "0o17",
                "1e3",
                "1:99",
                "15.1.2507.6",
                "2016-01-12",
                "CU012",
                "yes"
            })
    void whatIsTheSameOrNoNumberIsNot(String text) {
        assertThat(warnings("exchange_cu: " + text)).isEmpty();
    }

    @Test
    void insideALongerTextTheNumberIsRead() {
        Mapped found = Mapped.shipped(
                "ansible", Map.of("hosts.yml", HEAD + "exchange: 'Exchange 2016 CU{{ cu }}', cu: 012}}}\n"));
        assertThat(found.fields()).anyMatch(line -> line.startsWith("mx1 exchange = Exchange 2016 CU10 KNOWN"));
        assertThat(found.findings())
                .containsExactly("lab/hosts.yml:1:74: warning: \"012\" is the number 10 for Ansible, which reads YAML"
                        + " 1.1; so it was read here too.");
    }

    @Test
    void whatTheLayoutDoesNotReadIsOfNoInterestAndOnePlaceIsSaidOnce() {
        assertThat(warnings("serial: 012, mac: 1:30")).isEmpty();
        assertThat(Mapped.shipped(
                                "ansible",
                                Map.of(
                                        "hosts.yml", "mail: {hosts: {mx1: , mx2: }}\n",
                                        "group_vars/mail.yml", "os: W2022\nexchange_cu: 012\n"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void aSecretIsNotShown() {
        assertThat(warnings("exchange_cu: '{{ cu_password }}', cu_password: 012"))
                .isEmpty();
    }
}
