package io.github.serverlint.input.nativeformat;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;

/** The native format of serverlint, in which each file is read on its own. */
public final class NativeFormat implements InputFormat {
    /** The singleton: the format has no state. */
    public static final InputFormat INSTANCE = new NativeFormat();

    private NativeFormat() {}

    @Override
    public FileScope scope() {
        return FileScope.of(List.of("**/*.yaml", "**/*.yml"));
    }

    @Override
    public List<LoadedFile> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor) {
        ServerReader servers = new ServerReader(catalog);
        // Read files in parallel; the order of files is kept.
        RunMonitor.Part progress = monitor.part("files understood", files.size());
        return files.parallelStream()
                .map(file -> progress.one(() -> NativeReader.read(file, servers, catalog)))
                .toList();
    }
}
