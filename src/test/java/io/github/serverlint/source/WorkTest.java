package io.github.serverlint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkTest {
    @AfterEach
    void begin() {
        Work.end();
        Thread.interrupted();
    }

    @Test
    void aWatcherIsToldOfEachThingOnWhateverThread() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Work.begin((what, done, all) -> told.add(done + " of " + all + " " + what));
        Work.Part part = Work.part("things done", 100);
        assertThat(IntStream.range(0, 100)
                        .parallel()
                        .map(i -> part.one(() -> i))
                        .sum())
                .isEqualTo(4950);
        assertThat(told).hasSize(100).contains("1 of 100 things done", "100 of 100 things done");
    }

    @Test
    void aWatcherStepsAsideAndGoesOnUntilTheEnd() {
        List<String> told = new ArrayList<>();
        Work.begin(new Work.Watcher() {
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
        Work.pause();
        Work.part("things done", 1).one(() -> 1);
        Work.end();
        Work.pause();
        Work.end();
        assertThat(told).containsExactly("pause", "things done", "end");
    }

    @Test
    void whoIsInterruptedStopsAllWhoWorkForHim() {
        Thread beginner = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        Work.Part part = Work.part("things done", 100_000);
        assertThatThrownBy(() -> IntStream.range(0, 100_000)
                        .parallel()
                        .forEach(i -> part.one(() -> {
                            synchronized (begun) {
                                if (begun.incrementAndGet() == 100) {
                                    beginner.interrupt();
                                }
                            }
                            // As what is done there does, on a thread that is not interrupted itself.
                            Work.check();
                            return i;
                        })))
                .isInstanceOf(Work.Stopped.class)
                .hasMessage("The run was interrupted, so nothing is known of what it should have found. Start it"
                        + " again.");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.DAYS)).isTrue();
        // One more on each thread that had been let in before.
        assertThat(begun)
                .hasValueLessThanOrEqualTo(100 + 2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aThreadThatWorksForNobodyIsItsOwn() {
        Work.check();
        Thread.currentThread().interrupt();
        assertThatThrownBy(Work::check).isInstanceOf(Work.Stopped.class);
    }
}
