package io.github.serverlint.fuzz;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test of something that holds for every seed. Its first parameter is a {@link Round} of them.
 *
 * <p>In the usual build there is one round, always of the same seeds, and in the profile {@code slow} there are {@value
 * Rounds#IN_SLOW}. With {@code -Dfuzz.seconds=600}, as in the profile {@code fuzz}, rounds follow each other for that much
 * processor time, and {@code -Dfuzz.seed=1} says with which seed they begin.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("fuzz")
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Rounds.class)
public @interface Fuzzed {
    /** How many seeds one round has: what takes half a second. */
    int seeds();
}
