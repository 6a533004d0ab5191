package io.github.serverlint.bench;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.read.CatalogReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fresh process costs, for the linter without Maven and for what it is compared with. It starts
 * such processes and prints the medians of what they say: CPU seconds and the largest heap.
 */
public final class Cold {
    private static final List<String> KINDS = List.of("bytes", "events", "lint");
    private static final int RUNS = 5;

    /** What such a process is started with, before its piece of work. */
    private static final String ONE = "one";

    private Cold() {}

    /** One piece of work in this process, or a process for each; what is meant for other benchmarks is not looked at. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].equals(ONE)) {
            Corpus corpus = Corpus.named(arguments[2]);
            work(arguments[1], corpus, corpus.write(Path.of("target/bench", arguments[2])));
            return;
        }
        for (String corpus : List.of("S", "M", "ONE", "L")) {
            rows(corpus, List.of());
        }
        System.out.println("With as much heap as is wanted at most:");
        row("lint", "L", List.of("-Xmx256m"));
        row("lint", "ONE", List.of("-Xmx96m"));
        System.out.println("From a thousand servers to a million:");
        for (String corpus : List.of("100x10", "1000x10", "10000x10", "100000x10")) {
            row("lint", corpus, List.of());
        }
    }

    private static void work(String kind, Corpus corpus, Path folder) {
        Object result = switch (kind) {
            case "bytes" -> Workload.bytes(folder);
            case "events" -> Workload.events(Workload.bytes(folder));
            case "lint" -> Workload.lint(CatalogReader.shipped(), folder);
            case "retained" -> retained(folder, corpus);
            default -> throw new IllegalArgumentException(kind);
        };
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(cpu.toMillis() + " " + (heap >> 20));
        if (result instanceof LintResult lint && lint.estate().servers().size() != corpus.servers()) {
            throw new IllegalStateException("not all servers were read");
        }
    }

    /** The heap that is left of a run, a server. */
    private static Object retained(Path folder, Corpus corpus) {
        Catalog catalog = CatalogReader.shipped();
        Workload.lint(catalog, Corpus.S.write(Path.of("target/bench/S")));
        long before = used();
        LintResult result = Workload.lint(catalog, folder);
        System.out.println((used() - before) / corpus.servers() + " bytes a server are retained");
        return result;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void rows(String corpus, List<String> options) throws IOException, InterruptedException {
        for (String kind : KINDS) {
            row(kind, corpus, options);
        }
    }

    private static void row(String kind, String corpus, List<String> options) throws IOException, InterruptedException {
        Corpus made = Corpus.named(corpus);
        made.write(Path.of("target/bench", corpus));
        List<long[]> figures = new ArrayList<>();
        // The first one may find the files out of the cache of the disk.
        for (int run = 0; run <= RUNS; run++) {
            long[] figure = run(kind, corpus, options);
            if (run > 0) {
                figures.add(figure);
            }
        }
        double cpu = median(figures, 0);
        System.out.printf(
                "%-6s %-9s %-9s %7.2f s CPU %6.1f us/server %6.0f MiB heap%n",
                kind, corpus, String.join(" ", options), cpu / 1e3, cpu * 1e3 / made.servers(), median(figures, 1));
    }

    private static long[] run(String kind, String corpus, List<String> options)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] command = Stream.of(
                        List.of(java),
                        options,
                        List.of("-cp", System.getProperty("java.class.path"), Cold.class.getName(), ONE, kind, corpus))
                .flatMap(List::stream)
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Arrays.toString(command) + " failed: " + said);
        }
        return Arrays.stream(said.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static double median(List<long[]> figures, int column) {
        return figures.stream()
                .mapToLong(figure -> figure[column])
                .sorted()
                .skip(figures.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
