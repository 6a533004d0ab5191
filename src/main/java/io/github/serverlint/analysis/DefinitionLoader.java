package io.github.serverlint.analysis;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.LoadedEstate;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.util.List;

/**
 * How a run reads its files, be they those of today or of a base.
 *
 * @param places the paths that are shown for the folders and files that were named
 */
public record DefinitionLoader(InputFormat layout, List<String> places, Catalog catalog, RunMonitor monitor) {

    /** The files in their order; each is read where its layout asks for it. */
    public List<YamlFile> parse(List<SourceFile> files) {
        return YamlReader.onDemand(files, monitor);
    }

    public LoadedEstate definitions(List<YamlFile> files) {
        return LoadedEstate.of(layout, places, files, catalog, monitor);
    }
}
