package io.github.serverlint.bench;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Throughput of a warm process, in texts and servers a second; {@code events} is what the others are compared with. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmx2g"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class WarmBenchmark {
    @Param({"M", "ONE"})
    public String corpus;

    @Param({"1", "2"})
    public int threads;

    private ForkJoinPool pool;
    private Corpus made;
    private Path folder;
    private List<SourceFile> files;
    private List<SourceFile> notPlain;
    private long characters;
    private Catalog catalog;
    private LintResult result;

    /** What one pass is worth. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Worth {
        public long characters;
        public long servers;
    }

    /** Makes the definitions. */
    @Setup(Level.Trial)
    public void make() {
        pool = new ForkJoinPool(threads);
        made = Corpus.named(corpus);
        folder = made.write(Path.of("target/bench", corpus));
        files = made.sources();
        notPlain = made.sourcesNotPlain();
        characters = files.stream().mapToLong(file -> file.text().length()).sum();
        catalog = CatalogReader.shipped();
        result = Workload.lint(catalog, files);
    }

    @TearDown(Level.Trial)
    public void end() {
        pool.shutdown();
    }

    private <T> T pass(Worth worth, Supplier<T> work) {
        worth.characters += characters;
        worth.servers += made.servers();
        return pool.submit(work::get).join();
    }

    @Benchmark
    public Object bytes(Worth worth) {
        return pass(worth, () -> Workload.bytes(folder));
    }

    @Benchmark
    public Object events(Worth worth) {
        return pass(worth, () -> Workload.events(files));
    }

    @Benchmark
    public Object bytesAndEvents(Worth worth) {
        return pass(worth, () -> Workload.events(Workload.bytes(folder)));
    }

    @Benchmark
    public Object nodes(Worth worth) {
        return pass(worth, () -> Workload.nodes(files));
    }

    @Benchmark
    public Object nodesOfNotPlain(Worth worth) {
        return pass(worth, () -> Workload.nodes(notPlain));
    }

    /** Of texts in memory. */
    @Benchmark
    public Object lint(Worth worth) {
        return pass(worth, () -> Workload.lint(catalog, files));
    }

    /** From the disk. */
    @Benchmark
    public Object bytesAndLint(Worth worth) {
        return pass(worth, () -> Workload.lint(catalog, folder));
    }

    /** The formats of report files. */
    @State(Scope.Benchmark)
    public static class Reports {
        @Param
        public ReportFormat format;
    }

    /** What a report adds. */
    @Benchmark
    public Object report(Worth worth, Reports reports) {
        return pass(worth, () -> {
            ReportModel.ModuleResult moduleResult = new ReportModel.ModuleResult("", result, Severity.ERROR);
            return reports.format.render(new ReportModel(List.of(moduleResult), "", catalog.sources(), "0"));
        });
    }
}
