package io.github.serverlint.source;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The work of one run as it is seen from outside: somebody may stop it, and somebody may watch how far it is. It belongs
 * to the thread that has begun it, whoever that thread shares the work out among: to interrupt that one stops them all.
 * Only while it has no share of its own left, and waits for the others, do these end what they are at.
 */
public final class Work {
    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

    private final Thread beginner;
    private final Watcher watcher;

    private Work(Thread beginner, Watcher watcher) {
        this.beginner = beginner;
        this.watcher = watcher;
    }

    /** Is told how far a run is, by any thread and for each thing that is done, so it has to be quick. */
    public interface Watcher {
        /** Nobody watches. */
        Watcher NONE = (what, done, all) -> {};

        /** The run has something to say, and goes on. */
        default void pause() {}

        /** The run is over, be some threads still at what they do for it. */
        default void end() {}

        /**
         * One more thing is done.
         *
         * @param what is done, such as {@code files read}
         * @param all how many there are
         */
        void done(String what, int done, int all);
    }

    /** The run is to end at once, because the thread that has begun it was interrupted; that thread stays so. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run was interrupted, so nothing is known of what it should have found. Start it again.");
        }
    }

    /** Lets somebody watch what this thread does, until its work ends. */
    public static void begin(Watcher watcher) {
        CURRENT.set(new Work(Thread.currentThread(), watcher));
    }

    /** Whoever watches steps aside, because something else is to be said. */
    public static void pause() {
        current().watcher.pause();
    }

    /** Nobody watches this thread any longer. */
    public static void end() {
        current().watcher.end();
        CURRENT.remove();
    }

    /**
     * Ends the work if it is to stop. To be asked wherever a run may be for longer than a tenth of a second.
     *
     * @throws Stopped if the thread that has begun the run was interrupted
     */
    public static void check() {
        current().heed();
    }

    /** A part of the work that may be shared out among threads. */
    public static Part part(String what, int all) {
        return new Part(current(), what, all);
    }

    private static Work current() {
        Work work = CURRENT.get();
        return work == null ? new Work(Thread.currentThread(), Watcher.NONE) : work;
    }

    private void heed() {
        if (beginner.isInterrupted()) {
            throw new Stopped();
        }
    }

    /** Several things of one kind that are to be done. */
    public static final class Part {
        private final Work work;
        private final String what;
        private final int all;
        private final AtomicInteger done = new AtomicInteger();

        private Part(Work work, String what, int all) {
            this.work = work;
            this.what = what;
            this.all = all;
        }

        /**
         * Does one of them, on whatever thread.
         *
         * @throws Stopped instead, if the run is to stop
         */
        public <T> T one(Supplier<T> thing) {
            work.heed();
            Work before = CURRENT.get();
            CURRENT.set(work);
            try {
                return thing.get();
            } finally {
                if (before == null) {
                    CURRENT.remove();
                } else {
                    CURRENT.set(before);
                }
                work.watcher.done(what, done.incrementAndGet(), all);
            }
        }
    }
}
