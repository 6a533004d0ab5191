package io.github.serverlint.catalog;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.List;

/** A row of a catalog file while it is read. */
final class Row extends MappingReader {
    private final Mapping mapping;

    Row(Mapping mapping, String what, List<Finding> findings) {
        super(mapping, what, "", findings);
        this.mapping = mapping;
    }

    Span place() {
        return mapping.place();
    }

    /** An optional sentence; empty if it is not there. */
    String sentence(String key) {
        return text(key).map(Located::value).orElse("");
    }
}
