package io.github.serverlint.catalog;

import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.catalog.names.ReleaseNameParser;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Opens catalogs that are read without what ships to the tests of other packages. */
public final class CatalogFiles {
    private CatalogFiles() {}

    /** A catalog that consists of one file alone. */
    public static Catalog read(Path path) {
        try {
            return CatalogReader.read(List.of(new SourceFile(path.getFileName().toString(), Files.readString(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of a catalog. */
    static List<Fact> facts(Catalog catalog) {
        return Stream.concat(
                        catalog.products().stream().flatMap(product -> product.releases().stream()),
                        catalog.content().facts().stream())
                .toList();
    }

    /** A catalog without one of its rows, which is no release. */
    static Catalog without(Catalog catalog, Fact fact) {
        CatalogContent all = catalog.content();
        return new Catalog(
                new CatalogContent(
                        all.sources(),
                        all.products(),
                        all.vocabularies(),
                        all.facts().stream().filter(row -> row != fact).toList()),
                ReleaseNameParser::new);
    }
}
