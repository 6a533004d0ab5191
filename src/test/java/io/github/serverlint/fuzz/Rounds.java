package io.github.serverlint.fuzz;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Slow;
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

    /** The number of rounds in the profile slow. */
    static final int IN_SLOW = 12;

    private int seeds;

    @Override
    public void accept(Fuzzed fuzzed) {
        this.seeds = fuzzed.seeds();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        if (SECONDS == 0) {
            return LongStream.range(0, Slow.WHOLE ? IN_SLOW : 1)
                    .mapToObj(i -> Arguments.of(new Round(FIRST + i * seeds, seeds, Long.MAX_VALUE)));
        }
        long end = ProcessorTime.ofThisProcess() + SECONDS * 1_000_000_000;
        return LongStream.iterate(FIRST, first -> first + seeds)
                .takeWhile(first -> first == FIRST || ProcessorTime.ofThisProcess() < end)
                .mapToObj(first -> Arguments.of(new Round(first, seeds, end)));
    }
}
