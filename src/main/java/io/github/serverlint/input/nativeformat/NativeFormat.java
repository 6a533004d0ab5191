package io.github.serverlint.input.nativeformat;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;

/** Each file stands for itself, in the format of serverlint's own. */
public final class NativeFormat implements InputFormat {
    /** The only one: it has no state. */
    public static final InputFormat INSTANCE = new NativeFormat();

    private NativeFormat() {}

    @Override
    public FileScope scope() {
        return FileScope.of(List.of("**/*.yaml", "**/*.yml"));
    }

    @Override
    public List<LoadedFile> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor) {
        ServerReader servers = new ServerReader(catalog);
        // Each file by itself, on all cores; the order stays that of the files.
        RunMonitor.Part understanding = monitor.part("files understood", files.size());
        return files.parallelStream()
                .map(file -> understanding.one(() -> NativeReader.read(file, servers, catalog)))
                .toList();
    }
}
