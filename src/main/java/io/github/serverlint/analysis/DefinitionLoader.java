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
 * Loader of definition files, of the work tree or of a base.
 *
 * @param places the displayed paths of the configured folders and files
 */
public record DefinitionLoader(InputFormat layout, List<String> places, Catalog catalog, RunMonitor monitor) {

    /** The files in their order; each is parsed on demand. */
    public List<YamlFile> parse(List<SourceFile> files) {
        return YamlReader.onDemand(files, monitor);
    }

    public LoadedEstate definitions(List<YamlFile> files) {
        return LoadedEstate.of(layout, places, files, catalog, monitor);
    }
}
