package io.github.serverlint.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunMonitorTest {
    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    @Test
    void aListenerIsToldOfEachItemOnWhateverThread() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        RunMonitor monitor = new RunMonitor((what, done, all) -> told.add(done + " of " + all + " " + what));
        RunMonitor.Part part = monitor.part("things done", 100);
        assertThat(IntStream.range(0, 100)
                        .parallel()
                        .map(i -> part.one(() -> i))
                        .sum())
                .isEqualTo(4950);
        assertThat(told).hasSize(100).contains("1 of 100 things done", "100 of 100 things done");
    }

    @Test
    void aListenerIsToldOfPausesAndOfTheEnd() {
        List<String> told = new ArrayList<>();
        RunMonitor monitor = new RunMonitor(new RunMonitor.ProgressListener() {
            @Override
            public void done(String what, int done, int all) {
                told.add(what);
            }

            @Override
            public void pause() {
                told.add("pause");
            }

            @Override
            public void end() {
                told.add("end");
            }
        });
        monitor.pause();
        monitor.part("things done", 1).one(() -> 1);
        monitor.end();
        assertThat(told).containsExactly("pause", "things done", "end");
    }

    @Test
    void anInterruptOfTheOwnerCancelsTheWorkOfAllThreads() {
        Thread owner = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        RunMonitor monitor = new RunMonitor();
        RunMonitor.Part part = monitor.part("things done", 100_000);
        assertThatThrownBy(() -> IntStream.range(0, 100_000)
                        .parallel()
                        .forEach(i -> part.one(() -> {
                            synchronized (begun) {
                                if (begun.incrementAndGet() == 100) {
                                    owner.interrupt();
                                }
                            }
                            // As what is done there does, on a thread that is not interrupted itself.
                            monitor.checkCancelled();
                            return i;
                        })))
                .isInstanceOf(RunCancelledException.class)
                .hasMessage("The run was interrupted, so nothing is known of what it should have found. Start it"
                        + " again.");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.DAYS)).isTrue();
        // One more on each thread that had been let in before.
        assertThat(begun)
                .hasValueLessThanOrEqualTo(100 + 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void itBelongsToTheThreadThatHasMadeIt() throws InterruptedException {
        RunMonitor monitor = new RunMonitor();
        AtomicReference<Throwable> cancelled = new AtomicReference<>();
        Thread other = new Thread(() -> {
            Thread.currentThread().interrupt();
            // Another thread that is interrupted is no reason to cancel the run.
            monitor.checkCancelled();
        });
        other.setUncaughtExceptionHandler((thread, error) -> cancelled.set(error));
        other.start();
        other.join();
        assertThat(cancelled).hasNullValue();
    }

    @Test
    void codeOfOneThreadAsksThatThread() {
        RunMonitor.checkInterrupted();
        Thread.currentThread().interrupt();
        assertThatThrownBy(RunMonitor::checkInterrupted).isInstanceOf(RunCancelledException.class);
    }
}
