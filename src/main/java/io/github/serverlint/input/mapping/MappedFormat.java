package io.github.serverlint.input.mapping;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.input.nativeformat.NativeReader;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Input format for files of other tools, in which a mapping finds the servers. Files in the native format are read as
 * such, so that forests and migrations can be kept beside an inventory.
 */
public final class MappedFormat implements InputFormat {
    private final MappingFile mapping;

    private MappedFormat(MappingFile mapping) {
        this.mapping = mapping;
    }

    /** The names of the mappings that ship with serverlint. */
    public static List<String> shippedNames() {
        return MappingFile.shippedNames();
    }

    /** The format of a shipped mapping; empty for an unknown name. */
    public static Optional<InputFormat> shipped(String name, Catalog catalog) {
        return MappingFile.shipped(name, catalog).map(MappedFormat::new);
    }

    /**
     * The format that a mapping file describes.
     *
     * @throws io.github.serverlint.run.ConfigurationException if the mapping is invalid, with line and column
     */
    public static InputFormat read(SourceFile mapping, Catalog catalog) {
        return new MappedFormat(MappingFile.read(mapping, catalog));
    }

    @Override
    public FileScope scope() {
        List<String> includes = Stream.concat(
                        NativeFormat.INSTANCE.scope().includes().stream(), mapping.includes().stream())
                .distinct()
                .toList();
        return mapping.readsInventories()
                ? new FileScope(List.of("**"), List.of("group_vars", "host_vars"), true)
                : new FileScope(includes, List.of(), true);
    }

    @Override
    public List<LoadedFile> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor) {
        List<YamlFile> own = new ArrayList<>();
        List<YamlFile> foreign = new ArrayList<>();
        // Cache the nodes: sources, inventories and machines access a file many times and keep nodes of it.
        RunMonitor.Part progress = monitor.part("files understood", files.size());
        for (YamlFile file :
                files.parallelStream().map(each -> progress.one(each::cached)).toList()) {
            // The mapping file may be in the mapped folder.
            if (!file.file().path().equals(mapping.name())) {
                (NativeReader.isNative(file) ? own : foreign).add(file);
            }
        }
        List<LoadedFile> contributions = new ArrayList<>(NativeFormat.INSTANCE.read(places, own, catalog, monitor));
        Set<String> defined = contributions.stream()
                .flatMap(loadedFile -> loadedFile.forests().stream())
                .map(Forest::name)
                .flatMap(name -> name.stream())
                .map(name -> Estate.folded(name.value()))
                .collect(Collectors.toSet());
        Set<String> nativePaths = own.stream().map(file -> file.file().path()).collect(Collectors.toSet());
        MappedRecords mappedRecords = mapping.records(
                places.stream().filter(place -> !nativePaths.contains(place)).toList(), foreign);
        LoadedFile found = new LoadedFile(mappedRecords.complete());
        // A finding about the files may be at a password.
        mappedRecords.findings().stream().map(Finding::atPoint).forEach(found.findings()::add);
        found.notices().addAll(mappedRecords.notices());
        found.unjudged().addAll(mappedRecords.unjudged());
        RecordReader reader = new RecordReader(catalog, found);
        reader.read(
                mappedRecords.servers().stream().map(Redaction::of).toList(),
                contributions.stream()
                        .flatMap(loadedFile -> loadedFile.servers().stream())
                        .map(server -> server.name().value())
                        .toList());
        new InferredForests(catalog, found).add(defined);
        contributions.add(found);
        return contributions;
    }
}
