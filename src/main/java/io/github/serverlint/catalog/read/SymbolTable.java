package io.github.serverlint.catalog.read;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.catalog.DirectoryBuildOffset;
import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Fact;
import io.github.serverlint.catalog.ImageNamePatterns;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Lifecycle;
import io.github.serverlint.catalog.OtherBuilds;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.finding.ParseRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Symbol table of a catalog: the sources, terms, products and releases that rows refer to. It is filled first, from all
 * files, so that any row may refer to any symbol.
 */
final class SymbolTable {
    private static final List<String> VOCABULARIES =
            List.of("features", "roles", "components", "preparations", "functional-levels", "architectures");
    private static final Set<String> RESERVED_KEYS =
            Set.of("roles", "features", "components", "cluster", "forest", "notes");

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Map<String, Term>> vocabularies = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Release> releases = new LinkedHashMap<>();

    Map<String, Source> sources() {
        return sources;
    }

    Map<String, Release> releases() {
        return releases;
    }

    /** The content of the catalog: these symbols, and the given facts. */
    CatalogContent with(List<Fact> facts) {
        Map<String, Vocabulary> lists = new HashMap<>();
        VOCABULARIES.forEach(
                name -> lists.put(name, new Vocabulary(List.copyOf(terms(name).values()))));
        return new CatalogContent(List.copyOf(sources.values()), List.copyOf(products.values()), lists, facts);
    }

    /** The terms of a vocabulary by their ids, in their order. */
    Map<String, Term> terms(String vocabulary) {
        return vocabularies.getOrDefault(vocabulary, Map.of());
    }

    /** Reads sources and vocabularies, which refer to nothing else. */
    void readTerms(RowReader document) {
        document.eachNamed("sources", (id, rowReader) -> {
            Optional<String> title =
                    rowReader.required("title", rowReader.text("title")).map(text -> text.value());
            Optional<String> address = rowReader.text("address").map(text -> text.value());
            if (isUndefined(sources.keySet(), "source", id, rowReader)) {
                title.ifPresent(text -> sources.put(id, new Source(id, text, address)));
            }
        });
        for (String vocabulary : VOCABULARIES) {
            Map<String, Term> terms = vocabularies.computeIfAbsent(vocabulary, key -> new LinkedHashMap<>());
            document.eachNamed(vocabulary, (id, rowReader) -> {
                List<String> spellings = rowReader.values("spellings");
                Optional<String> name =
                        rowReader.required("name", rowReader.text("name")).map(text -> text.value());
                if (name.isPresent() && isUndefined(terms.keySet(), "name", id, rowReader)) {
                    terms.put(id, new Term(id, terms.size(), name.get(), spellings));
                }
            });
        }
    }

    /** Reads products and their releases, which refer to sources and architectures. */
    void readProducts(RowReader document) {
        document.eachNamed("products", (id, rowReader) -> {
            Product shipped = products.get(id);
            if (shipped != null && rowReader.text("name").isEmpty()) {
                products.put(id, extended(shipped, rowReader));
                return;
            }
            Optional<String> name =
                    rowReader.required("name", rowReader.text("name")).map(text -> text.value());
            Map<String, List<String>> editions = new LinkedHashMap<>();
            rowReader
                    .mapping("editions")
                    .ifPresent(mapping -> rowReader
                            .part("editions")
                            .ifPresent(part -> mapping.entries()
                                    .forEach(edition -> editions.put(edition.name(), part.values(edition.name())))));
            List<String> words = rowReader.values("words");
            List<String> buildWords = rowReader.values("build-words");
            Optional<DirectoryBuildOffset> directoryBuilds = rowReader
                    .part("directory-builds")
                    .flatMap(part -> part.build("from")
                            .flatMap(from -> part.count("added").map(added -> new DirectoryBuildOffset(from, added))));
            ImageNamePatterns imageNamePatterns = rowReader
                    .part("image-names")
                    .map(part -> new ImageNamePatterns(
                            part.patterns("patterns"),
                            part.patterns("semi-annual").stream().findFirst(),
                            part.patterns("clients").stream().findFirst()))
                    .orElse(ImageNamePatterns.NONE);
            OtherBuilds otherBuilds = rowReader
                    .part("other-builds")
                    .map(part -> new OtherBuilds(part.builds("builds"), part.evidence()))
                    .orElse(OtherBuilds.NONE);
            boolean hasLaterReleases = rowReader.flag("later-releases", false);
            List<Release> ofProduct = new ArrayList<>();
            rowReader.eachNamed(
                    "releases",
                    (releaseId, releaseRow) -> release(id, releaseId, ofProduct.size(), releaseRow)
                            .filter(release -> isUndefined(releases.keySet(), "release", releaseId, releaseRow))
                            .ifPresent(release -> {
                                ofProduct.add(release);
                                releases.put(releaseId, release);
                            }));
            if (RESERVED_KEYS.contains(id) || id.startsWith("x-")) {
                rowReader.reportRow(
                        ParseRule.INVALID_VALUE,
                        "The product \"" + id + "\" is named like a key that servers have anyway.",
                        "Give it another name: servers name its release under it.");
            }
            if (name.isPresent() && isUndefined(products.keySet(), "product", id, rowReader)) {
                products.put(
                        id,
                        new Product(
                                id,
                                name.get(),
                                words,
                                buildWords,
                                directoryBuilds,
                                editions,
                                imageNamePatterns,
                                otherBuilds,
                                hasLaterReleases,
                                List.copyOf(ofProduct)));
            }
        });
    }

    /** A product of an earlier file with the levels, spellings and releases that a later one adds. */
    private Product extended(Product product, RowReader rowReader) {
        List<Release> all = new ArrayList<>(product.releases());
        rowReader.eachNamed("releases", (id, releaseRow) -> {
            Optional<Release> known =
                    all.stream().filter(release -> release.id().equals(id)).findFirst();
            if (known.isPresent()) {
                Release extended = ReleaseExtension.of(known.get(), releaseRow);
                all.set(all.indexOf(extended), extended);
                releases.put(id, extended);
            } else {
                release(product.id(), id, all.size(), releaseRow)
                        .filter(release -> isUndefined(releases.keySet(), "release", id, releaseRow))
                        .ifPresent(release -> {
                            all.add(release);
                            releases.put(id, release);
                        });
            }
        });
        return new Product(
                product.id(),
                product.name(),
                product.words(),
                product.buildWords(),
                product.directoryBuilds(),
                product.editionSpellings(),
                product.imageNames(),
                product.otherBuilds(),
                product.hasLaterReleases(),
                List.copyOf(all));
    }

    /** Whether a name is not defined yet; names are unique in all catalog files of a run. */
    private static boolean isUndefined(Set<String> known, String what, String id, RowReader rowReader) {
        if (known.contains(id)) {
            rowReader.reportRow(
                    ParseRule.DUPLICATE_NAME,
                    "The " + what + " \"" + id + "\" is defined twice.",
                    "Give one of the two another name; what ships with serverlint cannot be defined anew."
                            + (what.equals("product")
                                    ? " To add levels or releases to a product that ships, leave out its name."
                                    : ""));
            return false;
        }
        return true;
    }

    private static Optional<Release> release(String productId, String id, int rank, RowReader rowReader) {
        Optional<String> name =
                rowReader.required("name", rowReader.text("name")).map(text -> text.value());
        List<String> spellings = rowReader.values("spellings");
        List<String> imageNames = rowReader.values("image-names");
        Optional<BuildNumber> build = rowReader.build("build");
        List<Level> levels = rowReader.levels("levels");
        rowReader.required("levels", levels.stream().findFirst());
        Map<String, String> levelSpellings = rowReader.levelSpellings("level-spellings", levels);
        Optional<String> laterLevels = rowReader.text("later-levels").map(text -> text.value());
        List<String> editions = rowReader.values("editions");
        List<Term> architectures = rowReader.terms("architectures", "architectures");
        Lifecycle lifecycle = new LifecycleReader(rowReader, levels).read();
        Optional<Evidence> evidence = rowReader.evidence();
        return name.flatMap(text -> evidence.map(why -> new Release(
                id,
                productId,
                rank,
                text,
                spellings,
                imageNames,
                build,
                levels,
                levelSpellings,
                editions,
                architectures,
                laterLevels,
                lifecycle,
                why,
                false,
                rowReader.place())));
    }
}
