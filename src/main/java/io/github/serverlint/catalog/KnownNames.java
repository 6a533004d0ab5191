package io.github.serverlint.catalog;

import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.finding.ParseRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The things of a catalog that its rows name. They are read first, from all files, so that any row may name them. */
final class KnownNames {
    private static final List<String> VOCABULARIES =
            List.of("features", "roles", "components", "preparations", "functional-levels", "architectures");
    private static final Set<String> KEYS_OF_SERVERS =
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

    /** All that was read, with the rows that speak in these names. */
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

    /** Sources and vocabularies: they name nothing else. */
    void readTerms(Row document) {
        document.eachNamed("sources", (id, row) -> {
            Optional<String> title = row.required("title", row.text("title")).map(text -> text.value());
            Optional<String> address = row.text("address").map(text -> text.value());
            if (isNew(sources.keySet(), "source", id, row)) {
                title.ifPresent(text -> sources.put(id, new Source(id, text, address)));
            }
        });
        for (String vocabulary : VOCABULARIES) {
            Map<String, Term> terms = vocabularies.computeIfAbsent(vocabulary, key -> new LinkedHashMap<>());
            document.eachNamed(vocabulary, (id, row) -> {
                List<String> spellings = row.values("spellings");
                Optional<String> name = row.required("name", row.text("name")).map(text -> text.value());
                if (name.isPresent() && isNew(terms.keySet(), "name", id, row)) {
                    terms.put(id, new Term(id, terms.size(), name.get(), spellings));
                }
            });
        }
    }

    /** Products and their releases, which name sources and architectures. */
    void readProducts(Row document) {
        document.eachNamed("products", (id, row) -> {
            Optional<String> name = row.required("name", row.text("name")).map(text -> text.value());
            Map<String, List<String>> editions = new LinkedHashMap<>();
            row.mapping("editions")
                    .ifPresent(mapping -> row.part("editions")
                            .ifPresent(part -> mapping.entries()
                                    .forEach(edition -> editions.put(edition.name(), part.values(edition.name())))));
            List<String> words = row.values("words");
            List<String> buildWords = row.values("build-words");
            ImageNames imageNames = row.part("image-names")
                    .map(part -> new ImageNames(
                            part.patterns("patterns"),
                            part.patterns("semi-annual").stream().findFirst()))
                    .orElse(ImageNames.NONE);
            List<Release> ofProduct = new ArrayList<>();
            row.eachNamed(
                    "releases",
                    (releaseId, releaseRow) -> release(id, releaseId, ofProduct.size(), releaseRow)
                            .filter(release -> isNew(releases.keySet(), "release", releaseId, releaseRow))
                            .ifPresent(release -> {
                                ofProduct.add(release);
                                releases.put(releaseId, release);
                            }));
            if (KEYS_OF_SERVERS.contains(id) || id.startsWith("x-")) {
                row.complain(
                        ParseRule.INVALID_VALUE,
                        "The product \"" + id + "\" is named like a key that servers have anyway.",
                        "Give it another name: servers name its release under it.");
            }
            if (name.isPresent() && isNew(products.keySet(), "product", id, row)) {
                products.put(
                        id,
                        new Product(id, name.get(), words, buildWords, editions, imageNames, List.copyOf(ofProduct)));
            }
        });
    }

    /** A name means one thing in all catalog files of a run. */
    private static boolean isNew(Set<String> known, String what, String id, Row row) {
        if (known.contains(id)) {
            row.complain(
                    ParseRule.DUPLICATE_NAME,
                    "The " + what + " \"" + id + "\" is defined twice.",
                    "Give one of the two another name; what ships with serverlint cannot be defined anew.");
            return false;
        }
        return true;
    }

    private static Optional<Release> release(String productId, String id, int rank, Row row) {
        Optional<String> name = row.required("name", row.text("name")).map(text -> text.value());
        List<String> spellings = row.values("spellings");
        List<String> imageNames = row.values("image-names");
        Optional<BuildNumber> build = row.build("build");
        List<Level> levels = row.levels("levels");
        row.required("levels", levels.stream().findFirst());
        List<String> editions = row.values("editions");
        List<Term> architectures = row.terms("architectures", "architectures");
        Lifecycle lifecycle = new Lifecycle(
                row.date("released"),
                row.date("mainstream-ends"),
                row.date("support-ends"),
                row.date("extended-updates-end"));
        Optional<Evidence> evidence = row.evidence();
        return name.flatMap(known -> evidence.map(why -> new Release(
                id,
                productId,
                rank,
                known,
                spellings,
                imageNames,
                build,
                levels,
                editions,
                architectures,
                lifecycle,
                why,
                row.place())));
    }
}
