package io.github.serverlint.fuzz;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Some seeds in a row.
 *
 * @param end when it is over even before its last seed, as the system's clock of nanoseconds shows it
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

    /** Holds a property against each seed; the first for which it fails is named. */
    public void each(Property property) {
        for (long seed = first; seed < first + seeds && (seed == first || System.nanoTime() < end); seed++) {
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
        return System.nanoTime() < end;
    }

    @Override
    public String toString() {
        return "seeds " + first + " to " + (first + seeds - 1);
    }
}
