package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void aTaskWithoutEndIsGivenUp() {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try {
            assertThatThrownBy(() -> ProcessorTime.within(0, () -> {
                        while (goesOn.get()) {
                            Thread.onSpinWait();
                        }
                        return true;
                    }))
                    .isInstanceOf(ProcessorTime.Exceeded.class)
                    .hasMessageContaining("ProcessorTimeTest");
        } finally {
            goesOn.set(false);
        }
    }

    @Test
    void whatATaskSharesOutIsDoneByOneThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        ProcessorTime.of(() -> {
            IntStream.range(0, 1_000).parallel().forEach(i -> threads.add(Thread.currentThread()));
            return true;
        });
        assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void aFailureIsThatOfTheTask() {
        assertThatThrownBy(() -> ProcessorTime.within(60, () -> {
                    throw new IllegalStateException("as it was thrown");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("as it was thrown");
    }
}
