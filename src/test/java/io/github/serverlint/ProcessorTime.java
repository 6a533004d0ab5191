package io.github.serverlint;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds on processor time, which does not depend on what else the machine does. */
public final class ProcessorTime {
    private static final long SECOND = 1_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** A task that has taken more processor time than it may; it is left running. */
    public static final class Exceeded extends AssertionError {
        private static final long serialVersionUID = 1L;

        private Exceeded(int seconds, StackTraceElement[] trace) {
            super("more than " + seconds + " s of processor time, at last in " + Arrays.toString(trace));
            setStackTrace(trace);
        }
    }

    /** A task on a thread of its own, which does also what the task shares out among threads. */
    private static final class Measured<T> implements Callable<T> {
        private final Callable<T> task;
        private volatile Thread thread = Thread.currentThread();
        private volatile long begin = THREADS.getCurrentThreadCpuTime();
        private volatile long taken;

        private Measured(Callable<T> task) {
            this.task = task;
        }

        @Override
        public T call() throws Exception {
            begin = THREADS.getCurrentThreadCpuTime();
            thread = Thread.currentThread();
            try {
                return task.call();
            } finally {
                taken = THREADS.getCurrentThreadCpuTime() - begin;
            }
        }

        T get(int seconds) throws Exception {
            ForkJoinPool pool = new ForkJoinPool(1);
            FutureTask<T> future = new FutureTask<>(this);
            try {
                pool.execute(future);
                while (true) {
                    try {
                        T result = future.get(1, TimeUnit.SECONDS);
                        if (taken > seconds * SECOND) {
                            throw new Exceeded(seconds, new StackTraceElement[0]);
                        }
                        return result;
                    } catch (TimeoutException e) {
                        if (THREADS.getThreadCpuTime(thread.getId()) - begin > seconds * SECOND) {
                            throw new Exceeded(seconds, thread.getStackTrace());
                        }
                    }
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            } finally {
                pool.shutdown();
            }
        }
    }

    /**
     * The result of a task, which fails as soon as it has taken too much processor time. A task that waits for ever is
     * ended by Surefire.
     */
    public static <T> T within(int seconds, Callable<T> task) throws Exception {
        return new Measured<>(task).get(seconds);
    }

    /** The processor time that a task takes, in nanoseconds. */
    public static long of(Callable<?> task) throws Exception {
        Measured<?> measured = new Measured<>(task);
        measured.get(Integer.MAX_VALUE);
        return measured.taken;
    }

    /** The processor time of this process, in nanoseconds. */
    public static long ofThisProcess() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
