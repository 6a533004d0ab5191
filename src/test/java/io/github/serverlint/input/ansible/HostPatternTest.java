package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {

    @ParameterizedTest
    @CsvSource({
        "mx01.corp.example, mx01.corp.example, ''",
        "mx[01:03], mx01 mx02 mx03, ''",
        "mx[9:11]x, mx9x mx10x mx11x, ''",
        "[a:c]1, a1 b1 c1, ''",
        "m[01:10:3], m01 m04 m07 m10, ''",
        "m[a:g:3], ma md mg, ''",
        "m[y:B], my mz mA mB, ''",
        "m[b:h:3], mb me mh, ''",
        "m[a:a], ma, ''",
        "m[0:10:5], m0 m5 m10, ''",
        "m[1:2][a:b], m1a m1b m2a m2b, ''",
        "m[:1], m0 m1, ''",
        "m[5:3:-1], m5, ''",
        "mx01:22, mx01, 22",
        "mx01:123456789, mx01, 123456789",
        "mx01:1234567890, mx01:1234567890, ''",
        "mx[1:2]:22, mx1 mx2, 22",
        "[fe80::1]:22, fe80::1, 22",
        "fe80::1, fe80::1, ''",
        "-bad-:22, -bad-:22, ''",
        "a b:22, a b:22, ''",
    })
    void namesAndPorts(String text, String names, String port) throws HostPattern.Malformed {
        HostPattern pattern = HostPattern.of(text);
        assertThat(String.join(" ", pattern.names())).isEqualTo(names);
        assertThat(pattern.port().map(Object::toString).orElse("")).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m[1]",
                "m[1:2:3:4]",
                "m[1:]",
                "m[01:100]",
                "m[c:a]",
                "m[a:3]",
                "m[1:3:0]",
                "m[a:c:0]",
                "m[1:2",
                "m]1:2[",
                "m|[1:2]",
                "|[1:2]",
                "m[x1:x2]",
                "[::1]"
            })
    void malformedRanges(String text) {
        assertThatThrownBy(() -> HostPattern.of(text)).isInstanceOf(HostPattern.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m[1:100001]",
                "m[1:99999999999999999999999]",
                "m[1:99999][1:99999][2:1]",
                "m[0:9][0:9][0:9][0:9][0:9][0:9]",
            })
    void rangesThatExplode(String text) {
        assertThatThrownBy(() -> HostPattern.of(text)).hasMessageContaining("more than 100000 hosts");
    }

    @Test
    void longKeysAreRefusedBeforeTheyAreLookedAt() throws HostPattern.Malformed {
        assertThat(HostPattern.of("m".repeat(1000)).names()).containsExactly("m".repeat(1000));
        assertThatThrownBy(() -> HostPattern.of("m".repeat(1001))).hasMessageContaining("1000 characters");
        assertThatThrownBy(() -> HostPattern.of("[1:1]".repeat(100_000))).hasMessageContaining("1000 characters");
        assertThat(List.of("192.0.2.1", "fe80::1", "::1", "::ffff:192.0.2.1", "1:2:3:4:5:6:7:8"))
                .allMatch(HostPattern::isNumeric);
        assertThat(List.of("mx01", "1.2.3", "a:b:c", "1:2:3:4:5:6:7", "1::2::3"))
                .noneMatch(HostPattern::isNumeric);
    }
}
