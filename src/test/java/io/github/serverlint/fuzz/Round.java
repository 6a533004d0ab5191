package io.github.serverlint.fuzz;

import io.github.serverlint.ProcessorTime;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some seeds in a row.
 *
 * @param end when it is over even before its last seed: when this process has taken so many nanoseconds of processor time
 */
public record Round(long first, int seeds, long end) {
    private static final AtomicLong RUN = new AtomicLong();

    static {
        if (Long.getLong("fuzz.seconds") != null) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.out.println(RUN + " seeds were run in this process.")));
        }
    }

    /** Something that holds for every seed. */
    public interface Property {
        void holdsFor(long seed) throws Exception;
    }

    /** Something that holds for whatever is drawn. */
    public interface DrawnProperty {
        void holdsFor(Random random) throws Exception;
    }

    /** What is drawn from a seed; neighbouring seeds by themselves begin alike. */
    static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Holds a property against what is drawn from each seed. */
    public void eachDrawn(DrawnProperty property) {
        each(seed -> property.holdsFor(random(seed)));
    }

    /** Holds a property against each seed; the first for which it fails is named. */
    public void each(Property property) {
        for (long seed = first;
                seed < first + seeds && (seed == first || ProcessorTime.ofThisProcess() < end);
                seed++) {
            RUN.incrementAndGet();
            try {
                property.holdsFor(seed);
            } catch (Exception | AssertionError | StackOverflowError e) {
                throw new AssertionError("with -Dfuzz.seed=" + seed + ", " + e.getMessage(), e);
            }
        }
    }

    /** Whether there was time for all of it. */
    public boolean isWhole() {
        return ProcessorTime.ofThisProcess() < end;
    }

    @Override
    public String toString() {
        return "seeds " + first + " to " + (first + seeds - 1);
    }
}
