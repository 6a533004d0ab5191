package io.github.serverlint.bench;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.names.ReleaseNameParser;
import io.github.serverlint.catalog.read.CatalogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time to recognize a name of Windows that is not remembered, in microseconds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class NamesBenchmark {
    /** As many as a pass takes, from the front of a table. */
    private static final int NAMES = 60;

    /** What the parser remembers at most. */
    private static final int REMEMBERED = 10_000;

    /** A table of tests: names that people write, and names of images. */
    @Param({"spellings", "amazon-image-names"})
    public String table;

    private ReleaseNameParser parser;
    private List<String> names;

    /** Reads the names, and lets the parser remember others until it is full. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        Catalog catalog = CatalogReader.shipped();
        parser = new ReleaseNameParser(catalog.product(Product.WINDOWS).orElseThrow(), catalog.architectures());
        for (int i = 0; i < REMEMBERED; i++) {
            parser.recognize("number " + i);
        }
        try (Stream<String> rows = Files.lines(Path.of("src/test/resources", table + ".csv"))) {
            names = rows.filter(row -> !row.startsWith("#"))
                    .map(row -> row.replaceFirst("^(?:os|exchange);", "").replaceFirst(";.*", ""))
                    .limit(NAMES)
                    .toList();
        }
        if (names.size() < NAMES) {
            throw new IllegalStateException("too few names in " + table);
        }
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void recognize(Blackhole blackhole) {
        for (String name : names) {
            blackhole.consume(parser.recognize(name));
        }
    }
}
