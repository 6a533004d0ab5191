package io.github.serverlint.input;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;

/** How definitions are laid out: which files belong to them, and how those become an estate. */
public interface InputFormat {
    /** Which files of a place are read, unless the user says it, and whether they may be shown. */
    FileScope scope();

    /**
     * Reads files.
     *
     * @param places the shown paths of the folders and files that were named, in their order
     * @param files in the order of their paths
     */
    List<LoadedFile> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor);
}
