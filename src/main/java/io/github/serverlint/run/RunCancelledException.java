package io.github.serverlint.run;

/** Cancellation of the run because its owner thread was interrupted. The thread's interrupt flag stays set. */
public final class RunCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunCancelledException() {
        super("The run was interrupted, so nothing is known of what it should have found. Start it again.");
    }
}
