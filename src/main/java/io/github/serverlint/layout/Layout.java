package io.github.serverlint.layout;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.layout.mapping.MappingFile;
import io.github.serverlint.source.RunMonitor;
import io.github.serverlint.source.Scope;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How definitions are laid out: which files belong to them, and how those become an estate. */
public sealed interface Layout permits NativeLayout, MappedLayout {
    /** The format of serverlint's own. */
    Layout NATIVE = new NativeLayout();

    /** The names of those that ship with serverlint. */
    static List<String> names() {
        return Stream.concat(Stream.of("native"), MappingFile.shippedNames().stream())
                .toList();
    }

    /** A layout that ships with serverlint; empty for a name that is none of them. */
    static Optional<Layout> named(String name, Catalog catalog) {
        return name.equals("native")
                ? Optional.of(NATIVE)
                : MappingFile.shipped(name, catalog).map(MappedLayout::new);
    }

    /**
     * The layout that a mapping file describes.
     *
     * @throws io.github.serverlint.source.ConfigurationException if it cannot be used, with line and column
     */
    static Layout mapped(SourceFile mapping, Catalog catalog) {
        return new MappedLayout(MappingFile.read(mapping, catalog));
    }

    /** Which files of a place are read, unless the user says it, and whether they may be shown. */
    Scope scope();

    /**
     * Reads files.
     *
     * @param places the shown paths of the folders and files that were named, in their order
     * @param files in the order of their paths
     */
    List<Contribution> read(List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor);
}
