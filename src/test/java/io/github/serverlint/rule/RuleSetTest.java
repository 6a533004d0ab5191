package io.github.serverlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the set needs beside its class. Its page and samples are asked for by {@code SamplesTest}. */
class RuleSetTest {

    static List<Rule> rules() {
        return RuleSet.judging();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasATestOfItsName(Rule rule) throws ClassNotFoundException {
        Class<?> test = Class.forName(rule.getClass().getName() + "Test");
        assertThat(Arrays.stream(test.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class)))
                .as("a violation, what is nearly one, and what is not said")
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
