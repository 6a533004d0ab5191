package io.github.serverlint.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Cancellation and progress of one run. A run belongs to the thread that created it, whichever threads share the work:
 * interrupting that thread cancels all of it. Only while the owner waits for other threads, with no items of its own
 * left, do these finish the items they have begun.
 */
public final class RunMonitor {
    private final Thread owner = Thread.currentThread();
    private final ProgressListener listener;

    /** A run whose progress is not reported. */
    public RunMonitor() {
        this(ProgressListener.NONE);
    }

    public RunMonitor(ProgressListener listener) {
        this.listener = listener;
    }

    /** Listener for the progress of a run. Called by any thread and for each item, so it must be fast. */
    public interface ProgressListener {
        ProgressListener NONE = (what, done, all) -> {};

        /** The run is about to write to the log, and continues afterwards. */
        default void pause() {}

        /** The run has ended, though some threads may still process their last item. */
        default void end() {}

        /**
         * Reports one more finished item.
         *
         * @param what the kind of work, such as {@code files read}
         * @param all the total number of items
         */
        void done(String what, int done, int all);
    }

    /** Call this before something else is written to the terminal. */
    public void pause() {
        listener.pause();
    }

    public void end() {
        listener.end();
    }

    /**
     * Checks for cancellation. Call this wherever several threads may be busy for longer than a tenth of a second.
     *
     * @throws RunCancelledException if the owner was interrupted
     */
    public void checkCancelled() {
        if (owner.isInterrupted()) {
            throw new RunCancelledException();
        }
    }

    /**
     * The same check for code that only the owner of a run executes, such as the writers of reports: it needs no monitor.
     *
     * @throws RunCancelledException if this thread was interrupted
     */
    public static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RunCancelledException();
        }
    }

    /** A part of the run whose items may be processed by several threads. */
    public Part part(String what, int all) {
        return new Part(what, all);
    }

    /** Items of one kind, counted for the progress. */
    public final class Part {
        private final String what;
        private final int all;
        private final AtomicInteger done = new AtomicInteger();

        private Part(String what, int all) {
            this.what = what;
            this.all = all;
        }

        /**
         * Processes one item, on any thread.
         *
         * @throws RunCancelledException instead, if the run is cancelled
         */
        public <T> T one(Supplier<T> item) {
            checkCancelled();
            try {
                return item.get();
            } finally {
                listener.done(what, done.incrementAndGet(), all);
            }
        }
    }
}
