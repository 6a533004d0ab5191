package io.github.serverlint.fuzz;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** One round, or as many as there is time for. */
final class Rounds implements ArgumentsProvider, AnnotationConsumer<Fuzzed> {
    private static final long FIRST = Long.getLong("fuzz.seed", 20040301);
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);

    private int seeds;

    @Override
    public void accept(Fuzzed fuzzed) {
        this.seeds = fuzzed.seeds();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        if (SECONDS == 0) {
            return Stream.of(Arguments.of(new Round(FIRST, seeds, Long.MAX_VALUE)));
        }
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        return LongStream.iterate(FIRST, first -> first + seeds)
                .takeWhile(first -> first == FIRST || System.nanoTime() < end)
                .mapToObj(first -> Arguments.of(new Round(first, seeds, end)));
    }
}
