package io.github.serverlint.bench;

import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.LintedTexts;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** What is measured: the linter, and what it is compared with. */
final class Workload {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private Workload() {}

    /** Finds and reads the files below a folder. */
    static List<SourceFile> bytes(Path folder) {
        return request(folder).tree().find(List.of(Path.of("servers"))).entrySet().parallelStream()
                .map(file -> SourceTree.read(file.getKey(), file.getValue()))
                .toList();
    }

    /** The events of the YAML parser, of which nothing is made. */
    static long events(List<SourceFile> files) {
        return files.parallelStream().mapToLong(Workload::events).sum();
    }

    private static long events(SourceFile file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        Parser parser = new ParserImpl(new StreamReader(file.text()), options);
        long events = 1;
        while (!parser.getEvent().is(Event.ID.StreamEnd)) {
            events++;
        }
        return events;
    }

    /** The nodes that definitions are read from. */
    static long nodes(List<SourceFile> files) {
        return YamlReader.onDemand(files, new RunMonitor()).parallelStream()
                .map(YamlFile::cached)
                .mapToLong(file -> nodes(file))
                .sum();
    }

    private static long nodes(YamlFile file) {
        if (!file.complete()) {
            throw new IllegalStateException(file.findings().toString());
        }
        return file.documents().size();
    }

    /** The whole lint of texts in memory. */
    static LintResult lint(Catalog catalog, List<SourceFile> files) {
        return LintedTexts.of(catalog, files, AS_OF);
    }

    /** The whole lint as the goal does it. */
    static LintResult lint(Catalog catalog, Path folder) {
        return new Linter(catalog).lint(request(folder));
    }

    private static LintRequest request(Path folder) {
        SourceTree tree = new SourceTree(folder.toAbsolutePath(), List.of("**/*.yaml", "**/*.yml"), List.of());
        return new LintRequest(
                tree,
                NativeFormat.INSTANCE,
                List.of(Path.of("servers")),
                RuleSeverities.DEFAULT,
                AS_OF,
                true,
                Optional.empty(),
                Optional.empty(), new RunMonitor());
    }
}
