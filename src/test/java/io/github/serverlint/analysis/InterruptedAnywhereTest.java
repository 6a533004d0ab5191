package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.RunCancelledException;
import io.github.serverlint.text.SourceFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large run that is interrupted at whatever moment ends soon after, with all that it has to say or with none of it. */
class InterruptedAnywhereTest {
    private static final int SERVERS = 150;
    private static final int IN_A_FOREST = 50;
    private static final int TIMES = 5;
    /** Of processor time that a thread takes until it asks again. Mostly it is a few thousandths of it. */
    private static final long MOST_NANOSECONDS = 2_000_000_000L;

    private static final int THREADS_AT_MOST = 3 * Runtime.getRuntime().availableProcessors();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How an estate may be large. */
    private enum Form {
        MANY_FILES,
        ONE_FILE,
        ONE_FILE_WITH_ANCHORS
    }

    private static List<SourceFile> files(Form form) {
        List<SourceFile> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SERVERS; i++) {
            if (text.isEmpty()) {
                text.append(form == Form.ONE_FILE_WITH_ANCHORS ? "x-a: &a {notes: same}\n" : "")
                        .append("servers:\n");
            }
            text.append("  s").append(i).append(":\n    os: ").append(i % 40 == 0 ? "W2K3 SP1" : "W2K SP4");
            text.append("\n    exchange: Exchange 2000 SP3\n");
            text.append("    forest: f").append(i / IN_A_FOREST).append('\n');
            text.append(form == Form.ONE_FILE_WITH_ANCHORS ? "    <<: *a\n" : "    notes: n" + i + "\n");
            boolean full = form == Form.MANY_FILES && i % IN_A_FOREST == IN_A_FOREST - 1;
            if (full || i == SERVERS - 1) {
                if (form != Form.MANY_FILES || i == SERVERS - 1) {
                    text.append("forests:\n");
                    for (int forest = 0; forest <= i / IN_A_FOREST; forest++) {
                        text.append("  f").append(forest).append(": {}\n");
                    }
                }
                files.add(new SourceFile("f" + (100_000 + i) + ".yaml", text.toString()));
                text.setLength(0);
            }
        }
        return files;
    }

    /** All that a run says. */
    private static Map<ReportFormat, Integer> run(List<SourceFile> files) {
        LintResult result = new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF);
        new ConsoleReport(AnsiStyle.NONE, "mvn").lines(result);
        ReportModel reportModel = new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        Map<ReportFormat, Integer> lengths = new EnumMap<>(ReportFormat.class);
        for (ReportFormat reportFormat : List.of(ReportFormat.JSON, ReportFormat.JUNIT)) {
            lengths.put(reportFormat, reportFormat.render(reportModel).length());
        }
        return lengths;
    }

    /**
     * A thread that begins a run, and is taken for interrupted from a certain time on that it is asked. Of each thread that
     * asks the longest processor time between two times is kept.
     */
    private static final class Beginner extends Thread {
        private final int patience;
        private final AtomicInteger asked = new AtomicInteger();
        private final Map<Thread, Long> last = new ConcurrentHashMap<>();
        private final AtomicLong longest = new AtomicLong();

        private Beginner(Runnable run, int patience) {
            super(run);
            this.patience = patience;
        }

        @Override
        public boolean isInterrupted() {
            long now = THREADS.getCurrentThreadCpuTime();
            Long before = last.put(Thread.currentThread(), now);
            if (before != null) {
                longest.accumulateAndGet(now - before, Math::max);
            }
            return asked.incrementAndGet() > patience;
        }
    }

    private static Beginner interruptedAt(int patience, List<SourceFile> files, AtomicReference<Object> outcome)
            throws InterruptedException {
        Beginner beginner = new Beginner(
                () -> {
                    try {
                        outcome.set(run(files));
                    } catch (Throwable e) {
                        outcome.set(e);
                    }
                },
                patience);
        beginner.start();
        beginner.join();
        return beginner;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void itEndsSoon(Form form) throws InterruptedException {
        List<SourceFile> files = files(form);
        Map<ReportFormat, Integer> whole = run(files);
        AtomicReference<Object> outcome = new AtomicReference<>();
        Beginner patient = interruptedAt(Integer.MAX_VALUE, files, outcome);
        assertThat(outcome.get()).isEqualTo(whole);
        int times = patient.asked.get();
        assertThat(times).isGreaterThan(SERVERS);
        assertThat(patient.longest.get()).isLessThan(MOST_NANOSECONDS);
        for (int i = 0; i < TIMES; i++) {
            // At once, in one part after the other, and the last time it is asked.
            int patience = (int) ((long) i * (times - 1) / (TIMES - 1));
            Beginner hasty = interruptedAt(patience, files, outcome);
            assertThat(outcome.get())
                    .as("after %d of %d times", patience, times)
                    .isInstanceOf(RunCancelledException.class);
            assertThat(hasty.asked.get() - patience).isLessThanOrEqualTo(THREADS_AT_MOST);
        }
    }
}
