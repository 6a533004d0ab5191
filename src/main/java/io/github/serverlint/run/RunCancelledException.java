package io.github.serverlint.run;

/** The run is to end at once, because the thread that has begun it was interrupted; that thread stays so. */
public final class RunCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunCancelledException() {
        super("The run was interrupted, so nothing is known of what it should have found. Start it again.");
    }
}
