package io.github.serverlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.Format;
import io.github.serverlint.report.Paint;
import io.github.serverlint.report.Reported;
import io.github.serverlint.source.RunCancelledException;
import io.github.serverlint.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A large run that is interrupted at whatever moment ends soon after, with all that it has to say or with none of it. */
class InterruptedAnywhereTest {
    private static final int SERVERS = 150;
    private static final int IN_A_FOREST = 50;
    private static final int TIMES = 4;
    /** Mostly it is no time at all; a machine that is busy with other things may take some. */
    private static final Duration BOUND = Duration.ofSeconds(10);

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
    private static Map<Format, Integer> run(List<SourceFile> files) {
        LintResult result = new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF);
        new ConsoleReport(Paint.NONE, "mvn").lines(result);
        Reported reported =
                new Reported(List.of(new Reported.Part("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        Map<Format, Integer> lengths = new EnumMap<>(Format.class);
        for (Format format : List.of(Format.JSON, Format.JUNIT)) {
            lengths.put(format, format.render(reported).length());
        }
        return lengths;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void itEndsSoon(Form form) throws InterruptedException {
        List<SourceFile> files = files(form);
        Map<Format, Integer> whole = run(files);
        long begin = System.nanoTime();
        assertThat(run(files)).isEqualTo(whole);
        long usual = System.nanoTime() - begin;
        Random random = new Random(form.ordinal());
        long worst = 0;
        int stopped = 0;
        for (int i = 0; i < TIMES; i++) {
            AtomicReference<Object> outcome = new AtomicReference<>();
            Thread runner = new Thread(() -> {
                try {
                    outcome.set(run(files));
                } catch (Throwable e) {
                    outcome.set(e);
                }
            });
            runner.start();
            // At once, and then in one part after the other of the time that it takes.
            Thread.sleep((long) (i * random.nextDouble(0.5, 1) / TIMES * usual / 1_000_000));
            long interrupted = System.nanoTime();
            runner.interrupt();
            runner.join();
            long took = System.nanoTime() - interrupted;
            worst = Math.max(worst, took);
            if (outcome.get() instanceof RunCancelledException) {
                stopped++;
            } else {
                assertThat(outcome.get()).isEqualTo(whole);
            }
        }
        assertThat(Duration.ofNanos(worst)).isLessThan(BOUND);
        assertThat(stopped).isPositive();
    }
}
