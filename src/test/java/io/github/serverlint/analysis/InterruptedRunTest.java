package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.plan.PlanService;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.RunCancelledException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is interrupted ends where it is, on all of its threads. */
class InterruptedRunTest {
    private static final String VIOLATION = "{os: W2K3 SP1, exchange: Exchange 2000 SP3, notes: n%d}\n";

    @TempDir
    Path base;

    private RunMonitor monitor = new RunMonitor();

    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    private LintResult lint(String layout) {
        InputFormat read = layout.equals("native")
                ? NativeFormat.INSTANCE
                : MappedFormat.shipped(layout, Sample.CATALOG).orElseThrow();
        return new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        new SourceTree(base, read.scope(), List.of()),
                        read,
                        List.of(Path.of("servers")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF,
                        true,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        monitor));
    }

    @ParameterizedTest
    @CsvSource({
        "native, files read",
        "native, files understood",
        "native, servers judged",
        "ansible, files read",
        "ansible, files understood",
    })
    void itStopsWhateverItIsAbout(String layout, String what) throws IOException {
        Files.createDirectories(base.resolve("servers"));
        for (int i = 0; i < 400; i++) {
            Files.writeString(
                    base.resolve("servers/f" + i + ".yaml"), "servers:\n  s" + i + ": " + VIOLATION.formatted(i));
        }
        Thread beginner = Thread.currentThread();
        Map<String, Integer> told = new TreeMap<>();
        monitor = new RunMonitor((kind, done, all) -> {
            synchronized (told) {
                told.merge(kind, done, Math::max);
                // Or later, if the thread that has done the third is not heard of yet.
                if (kind.equals(what) && done >= 3) {
                    beginner.interrupt();
                }
            }
        });
        assertThatThrownBy(() -> lint(layout)).isInstanceOf(RunCancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.DAYS)).isTrue();
        synchronized (told) {
            // One more on each thread that had been let in before.
            assertThat(told.get(what)).isBetween(3, 3 + 2 * Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void oneLargeFileIsNotReadToItsEnd() {
        SourceFile file = new SourceFile("a.yaml", "a: [" + "&x b, ".repeat(100_000) + "]");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> YamlReader.read(file)).isInstanceOf(RunCancelledException.class);
    }

    @Test
    void aPlanIsGivenUp() throws IOException {
        for (String folder : List.of("servers", "wanted")) {
            Files.createDirectories(base.resolve(folder));
            Files.writeString(
                    base.resolve(folder + "/a.yaml"),
                    "servers: {a: {os: Windows Server 20" + (folder.equals("servers") ? "00" : "03")
                            + " SP1}}\n".replace("Server 2000 SP1", "2000 SP4"));
        }
        Thread beginner = Thread.currentThread();
        // The last thing that is read before anything is planned.
        monitor = new RunMonitor((what, done, all) -> {
            if (what.equals("rules about servers together asked")) {
                beginner.interrupt();
            }
        });
        assertThatThrownBy(() -> new PlanService(Sample.CATALOG)
                        .plan(
                                new LintRequest(
                                        new SourceTree(base, NativeFormat.INSTANCE.scope(), List.of()),
                                        NativeFormat.INSTANCE,
                                        List.of(Path.of("servers")),
                                        RuleSeverities.DEFAULT,
                                        Sample.AS_OF,
                                        false,
                                        Optional.empty(),
                                        Optional.empty(),
                                        monitor),
                                Path.of("wanted")))
                .isInstanceOf(RunCancelledException.class);
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = "GITHUB", mode = EnumSource.Mode.EXCLUDE)
    void aReportIsNotMadeToItsEnd(ReportFormat reportFormat) {
        SourceFile file = new SourceFile("a.yaml", "servers:\n  s: " + VIOLATION.formatted(0));
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        ReportModel reportModel = new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        assertThat(reportFormat.render(reportModel)).isNotEmpty();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reportFormat.render(reportModel)).isInstanceOf(RunCancelledException.class);
    }

    /** Nothing is made ready for all servers before the run asks whether to go on; what is made takes memory. */
    @Test
    void aLargeReportIsGivenUpAtOnce() {
        StringBuilder text = new StringBuilder("servers:\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("  s").append(i).append(": {os: W2K SP4}\n");
        }
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text.toString())), RuleSeverities.DEFAULT, Sample.AS_OF);
        ReportModel reportModel = new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        ReportFormat.JUNIT.render(reportModel);
        long whole = bytes(() -> ReportFormat.JUNIT.render(reportModel));
        Thread.currentThread().interrupt();
        long begun = bytes(() -> assertThatThrownBy(() -> ReportFormat.JUNIT.render(reportModel))
                .isInstanceOf(RunCancelledException.class));
        assertThat(begun).isLessThan(whole / 10);
    }

    /** How much memory this thread takes for something. */
    private static long bytes(Runnable what) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        what.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
