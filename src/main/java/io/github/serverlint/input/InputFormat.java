package io.github.serverlint.input;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;

/** A format of definitions: which files belong to it, and how to read them into an estate. */
public interface InputFormat {
    /** The files that are read by default, and whether their content may be shown. */
    FileScope scope();

    /**
     * Reads files.
     *
     * @param places the shown paths of the folders and files that were named, in their order
     * @param files in the order of their paths
     */
    List<LoadedFile> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor);
}
