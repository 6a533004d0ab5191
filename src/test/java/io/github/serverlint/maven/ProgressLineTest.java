package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter terminal = new StringWriter();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), clock::get);

    private void milliseconds(int passed) {
        clock.addAndGet(passed * 1_000_000L);
    }

    @Test
    void whatIsQuickShowsNothing() {
        for (int i = 1; i <= 20_000; i++) {
            line.done("files read", i, 20_000);
        }
        line.end();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void onceASecondTheLineIsWrittenAgainAndAtTheEndItIsGone() {
        for (int i = 1; i <= 300; i++) {
            milliseconds(10);
            line.done("files read", 1_000 * i, 1_000_000);
        }
        line.end();
        line.end();
        assertThat(terminal.toString())
                .isEqualTo("\r\u001B[Kserverlint: 100,000 of 1,000,000 files read"
                        + "\r\u001B[Kserverlint: 200,000 of 1,000,000 files read"
                        + "\r\u001B[Kserverlint: 300,000 of 1,000,000 files read\r\u001B[K");
    }

    @Test
    void whatIsDoneIsNotShownAnyLonger() {
        milliseconds(1_500);
        line.done("files read", 1, 2);
        line.done("files read", 2, 2);
        line.done("servers judged", 1, 9);
        assertThat(terminal.toString()).isEqualTo("\r\u001B[Kserverlint: 1 of 2 files read\r\u001B[K");
    }

    @Test
    void afterAPauseItGoesOn() {
        milliseconds(1_500);
        line.done("files read", 1, 9);
        line.pause();
        milliseconds(1_500);
        line.done("files read", 2, 9);
        assertThat(terminal.toString())
                .isEqualTo("\r\u001B[Kserverlint: 1 of 9 files read\r\u001B[K\r\u001B[Kserverlint: 2 of 9 files read");
    }

    /** Where a run fails, others may still be at what they do for it. */
    @Test
    void aLateThreadShowsNothingAnyMore() {
        milliseconds(1_500);
        line.end();
        line.done("files read", 1, 9);
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void onlyWhoSitsBeforeATerminalSeesIt() {
        assertThat(isWatched(true, 1, true, Map.of())).isTrue();
        assertThat(isWatched(false, 1, true, Map.of())).as("-B").isFalse();
        assertThat(isWatched(true, 2, true, Map.of())).as("-T").isFalse();
        assertThat(isWatched(true, 1, false, Map.of())).as("-q").isFalse();
        assertThat(isWatched(true, 1, true, Map.of("CI", "true"))).isFalse();
    }

    private static boolean isWatched(boolean interactive, int threads, boolean info, Map<String, String> environment) {
        MavenSession session = mock(MavenSession.class);
        MavenExecutionRequest request = mock(MavenExecutionRequest.class);
        Log log = mock(Log.class);
        when(session.getRequest()).thenReturn(request);
        when(request.isInteractiveMode()).thenReturn(interactive);
        when(request.getDegreeOfConcurrency()).thenReturn(threads);
        when(log.isInfoEnabled()).thenReturn(info);
        return ProgressLine.isWatched(session, log, environment);
    }
}
