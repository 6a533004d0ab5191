package io.github.serverlint.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One run as it is seen from outside: it can be cancelled, and its progress can be watched. It belongs to the thread that
 * has made it, whichever threads share the work: to interrupt that one cancels the work of all. Only while it waits for
 * the others, with no share of its own left, do these end the items that they have begun.
 */
public final class RunMonitor {
    private final Thread owner = Thread.currentThread();
    private final ProgressListener listener;

    /** A run that can be cancelled, and that is not watched. */
    public RunMonitor() {
        this(ProgressListener.NONE);
    }

    public RunMonitor(ProgressListener listener) {
        this.listener = listener;
    }

    /** Is told of the progress of a run, by any thread and for each item, so it has to be quick. */
    public interface ProgressListener {
        ProgressListener NONE = (what, done, all) -> {};

        /** The run writes to the log, and goes on. */
        default void pause() {}

        /** The run is over, though some threads may still be at their last item. */
        default void end() {}

        /**
         * One more item is done.
         *
         * @param what is done, such as {@code files read}
         * @param all how many there are
         */
        void done(String what, int done, int all);
    }

    /** To be called before something else is written to the terminal. */
    public void pause() {
        listener.pause();
    }

    public void end() {
        listener.end();
    }

    /**
     * To be called wherever several threads may be busy for longer than a tenth of a second.
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

    /** A part of the run whose items may be shared out among threads. */
    public Part part(String what, int all) {
        return new Part(what, all);
    }

    /** Several items of one kind. */
    public final class Part {
        private final String what;
        private final int all;
        private final AtomicInteger done = new AtomicInteger();

        private Part(String what, int all) {
            this.what = what;
            this.all = all;
        }

        /**
         * Does one of them, on whatever thread.
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
