package io.github.serverlint.layout;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.source.Scope;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;

/** Files of another tool. */
final class MappedLayout implements Layout {
    @Override
    public Scope scope() {
        return Scope.of(List.of());
    }

    @Override
    public List<Contribution> read(List<String> places, List<YamlFile> files, Catalog catalog) {
        return List.of();
    }
}
