package io.github.serverlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.rule.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule of the set needs beside its class. Its page and samples are asked for by {@code SamplesTest}. */
class RuleRegistryTest {

    static List<Rule> rules() {
        return RuleRegistry.judging();
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
