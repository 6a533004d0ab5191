package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildNumberTest {

    private static BuildNumber build(String text) {
        return BuildNumber.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "6.5, 6.5.7638, true",
        "6.5.7226, 6.5.7638, true",
        "6.5, 6.0, false",
        "6, 6.5, false",
        "6.5, 6, false",
    })
    void aVersionIsTheFirstTwoParts(String one, String other, boolean same) {
        assertThat(build(one).sameVersion(build(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"6.5, 6.5.7638", "6.5.7226, 6.5.7638", "6.5.999, 6.5.7638", "6.5.7638, 6.5.7638.1", "6.5.7638, 8.0"})
    void partsAreComparedAsNumbersAndFewerComeFirst(String older, String newer) {
        assertThat(build(older)).isLessThan(build(newer));
        assertThat(build(newer)).isGreaterThan(build(older)).isEqualByComparingTo(build(newer));
    }
}
