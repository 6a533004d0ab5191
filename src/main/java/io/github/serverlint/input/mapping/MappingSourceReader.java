package io.github.serverlint.input.mapping;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.mapping.Attempt.Table;
import io.github.serverlint.input.mapping.MappingSource.Inherit;
import io.github.serverlint.input.mapping.MappingSource.MeantFor;
import io.github.serverlint.input.mapping.MappingSource.Merge;
import io.github.serverlint.input.mapping.MappingSource.ReaderKind;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parser of a source in a mapping file. */
final class MappingSourceReader {
    /** The path parts that every file has. */
    static final List<String> PARTS = List.of("stem", "folder", "path");

    private static final Set<ReaderKind> OF_FILES = Set.of(ReaderKind.YAML, ReaderKind.LAYERED);

    private final Map<String, Table> tables;
    private final Set<String> fieldNames;
    private final Catalog catalog;

    MappingSourceReader(Map<String, Table> tables, Catalog catalog) {
        this.tables = tables;
        this.catalog = catalog;
        this.fieldNames = fieldNames(catalog);
    }

    /** The fields of a server: its name and the keys of the native format. */
    private static Set<String> fieldNames(Catalog catalog) {
        Set<String> names = new LinkedHashSet<>(List.of(FieldRule.NAME));
        catalog.products().stream().map(Product::id).forEach(names::add);
        names.addAll(List.of("roles", "features", "components", "cluster", "forest"));
        for (Product product : catalog.products()) {
            for (String part : List.of("service-pack", "cumulative-update", "edition", "architecture")) {
                names.add(product.id() + "." + part);
            }
        }
        names.addAll(List.of("cluster.name", "cluster.nodes", "cluster.mode", "forest.functional-level"));
        return names;
    }

    MappingSource read(MappingNodeReader mappingNodeReader) {
        ReaderKind readerKind = mappingNodeReader.has("reader")
                ? mappingNodeReader.word("reader", ReaderKind.class, "reader").orElse(ReaderKind.YAML)
                : ReaderKind.YAML;
        List<String> files =
                mappingNodeReader.texts("files").stream().map(Located::value).toList();
        if (OF_FILES.contains(readerKind)) {
            mappingNodeReader.required("files", files.stream().findFirst());
        }
        Optional<BoundedRegex> path = mappingNodeReader.expression("path");
        Set<String> parts = new LinkedHashSet<>(PARTS);
        path.map(BoundedRegex::groups).ifPresent(parts::addAll);
        List<JsonPath> select = mappingNodeReader.selectors("select");
        List<Inherit> inherit = mappingNodeReader.parts("inherit", "\"inherit\"").stream()
                .flatMap(each -> inherit(each).stream())
                .toList();
        boolean repeats = mappingNodeReader.flag("repeats").map(Located::value).orElse(false);
        List<LayerPathTemplate> layers = mappingNodeReader.texts("layers").stream()
                .flatMap(text -> template(mappingNodeReader, text, parts).stream())
                .toList();
        Map<String, Merge> merge = new LinkedHashMap<>();
        mappingNodeReader
                .pairs("merge", "\"merge\"")
                .forEach((key, way) -> mappingNodeReader
                        .lookUp(KebabCase.of(Merge.class), way, "way to merge")
                        .ifPresent(found -> merge.put(key, found)));
        Optional<LayerPathTemplate> datum =
                mappingNodeReader.text("datum").flatMap(text -> template(mappingNodeReader, text, parts));
        List<MeantFor> meantFor = mappingNodeReader.parts("meant-for", "\"meant-for\"").stream()
                .flatMap(each -> meantFor(each).stream())
                .toList();
        Optional<String> playbook = mappingNodeReader.text("playbook").map(Located::value);
        rejectUnsupportedKeys(mappingNodeReader, readerKind);
        AttemptReader attempts = new AttemptReader(readerKind, tables, parts, catalog);
        Optional<FieldRule> scope = scope(mappingNodeReader, attempts);
        List<FieldRule> fields = fields(mappingNodeReader, readerKind, attempts);
        Set<String> found =
                new LinkedHashSet<>(fields.stream().map(FieldRule::name).toList());
        List<Requirement> where = attempts.requirements(mappingNodeReader, "where", found);
        Map<Product, List<Requirement>> expect = expect(mappingNodeReader, attempts, found);
        return new MappingSource(
                readerKind,
                mappingNodeReader.place(mappingNodeReader.has("files") ? "files" : "reader"),
                files,
                path,
                select,
                mappingNodeReader.place("select"),
                where,
                expect,
                inherit,
                repeats,
                layers,
                merge,
                datum,
                meantFor,
                playbook,
                scope,
                fields);
    }

    /** The requirements of each product under {@code expect}. */
    private Map<Product, List<Requirement>> expect(
            MappingNodeReader owner, AttemptReader attempts, Set<String> fields) {
        Map<Product, List<Requirement>> expect = new LinkedHashMap<>();
        List<Product> products = catalog.products().stream()
                .filter(product -> !product.isPlatform() && fields.contains(product.id()))
                .toList();
        for (Entry entry : owner.named("expect")) {
            MappingNodeReader below = owner.below(entry, "\"expect\"");
            Optional<Product> product = products.stream()
                    .filter(each -> each.id().equals(entry.name()))
                    .findFirst();
            if (product.isEmpty()) {
                owner.reportInvalid(
                        entry.key().place(),
                        "\"" + entry.name() + "\" is no product that \"fields\" looks for.",
                        Suggestions.advice(
                                entry.name(), products.stream().map(Product::id).toList()));
                continue;
            }
            expect.put(product.get(), attempts.requirements(below, entry.name(), fields));
        }
        return expect;
    }

    /** Reports keys that the reader of the source does not support. */
    private static void rejectUnsupportedKeys(MappingNodeReader mappingNodeReader, ReaderKind readerKind) {
        Map<String, Set<ReaderKind>> readers = Map.of(
                "files", OF_FILES,
                "path", OF_FILES,
                "select", Set.of(ReaderKind.YAML),
                "inherit", Set.of(ReaderKind.YAML),
                "repeats", Set.of(ReaderKind.YAML),
                "datum", Set.of(ReaderKind.LAYERED),
                "layers", Set.of(ReaderKind.LAYERED),
                "merge", Set.of(ReaderKind.LAYERED),
                "meant-for", Set.of(ReaderKind.ANSIBLE),
                "playbook", Set.of(ReaderKind.ANSIBLE));
        readers.entrySet().stream()
                .filter(entry -> mappingNodeReader.has(entry.getKey())
                        && !entry.getValue().contains(readerKind))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> mappingNodeReader.reportInvalid(
                        mappingNodeReader.place(entry.getKey()),
                        "The reader " + word(readerKind) + " has no use for \"" + entry.getKey() + "\".",
                        readerKind == ReaderKind.ANSIBLE
                                ? "It reads the whole inventory; \"where\" says which hosts are servers."
                                : "That is for the reader "
                                        + String.join(
                                                " or ",
                                                entry.getValue().stream()
                                                        .map(MappingSourceReader::word)
                                                        .sorted()
                                                        .toList())
                                        + "."));
    }

    private static String word(ReaderKind readerKind) {
        return readerKind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Inherit> inherit(MappingNodeReader mappingNodeReader) {
        Optional<String> file = mappingNodeReader.text("file").map(Located::value);
        Optional<JsonPath> root = mappingNodeReader.required("root", mappingNodeReader.selector("root"));
        boolean isOptional =
                mappingNodeReader.flag("optional").map(Located::value).orElse(false);
        mappingNodeReader.rejectOtherKeys();
        return root.map(found -> new Inherit(file, found, isOptional, mappingNodeReader.place()));
    }

    private static Optional<MeantFor> meantFor(MappingNodeReader mappingNodeReader) {
        Optional<BoundedRegex> variables =
                mappingNodeReader.required("variables", mappingNodeReader.expression("variables"));
        Optional<BoundedRegex> groups = mappingNodeReader.required("groups", mappingNodeReader.expression("groups"));
        Optional<BoundedRegex> never = mappingNodeReader.expression("never");
        mappingNodeReader.rejectOtherKeys();
        return variables.flatMap(names -> groups.map(found -> new MeantFor(names, found, never)));
    }

    private static Optional<LayerPathTemplate> template(
            MappingNodeReader mappingNodeReader, Located<String> text, Set<String> parts) {
        boolean complete = true;
        for (String name : LayerPathTemplate.namesIn(text.value())) {
            boolean known = (name.startsWith("node.") && name.length() > 5)
                    || (name.startsWith("file.") && parts.contains(name.substring(5)));
            if (!known) {
                mappingNodeReader.reportInvalid(
                        text.place(),
                        "${" + name + "} names nothing.",
                        "There is ${node.KEY}, and "
                                + String.join(
                                        ", ",
                                        parts.stream()
                                                .map(each -> "${file." + each + "}")
                                                .toList()) + ".");
            }
            complete &= known;
        }
        return complete ? Optional.of(LayerPathTemplate.of(text.value())) : Optional.empty();
    }

    private static Optional<FieldRule> scope(MappingNodeReader owner, AttemptReader attempts) {
        FieldRule empty = new FieldRule(FieldRule.SCOPE, List.of());
        List<Attempt> found = owner.parts(FieldRule.SCOPE, "an attempt of \"scope\"").stream()
                .flatMap(each -> attempts.attempt(each, empty, Set.of()).stream())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new FieldRule(FieldRule.SCOPE, found));
    }

    private List<FieldRule> fields(MappingNodeReader owner, ReaderKind readerKind, AttemptReader attempts) {
        List<FieldRule> fields = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(owner.named("fields"));
        owner.required("fields", entries.stream().findFirst());
        // Find the name first, wherever it is written, since other fields can depend on it.
        entries.sort(Comparator.comparing(entry -> !entry.name().equals(FieldRule.NAME)));
        Set<String> above = new LinkedHashSet<>();
        for (Entry entry : entries) {
            String name = entry.name();
            if (!fieldNames.contains(name)) {
                owner.reportInvalid(
                        entry.key().place(),
                        "\"" + name + "\" is no field of a server.",
                        Suggestions.advice(name, fieldNames));
                continue;
            }
            FieldRule empty = new FieldRule(name, List.of());
            List<Attempt> found = owner
                    .below(entry, "an attempt of \"" + name + "\"")
                    .parts(name, "an attempt of \"" + name + "\"")
                    .stream()
                    .flatMap(mappingNodeReader -> attempts.attempt(mappingNodeReader, empty, above).stream())
                    .toList();
            fields.add(new FieldRule(name, found));
            above.add(name);
        }
        if (readerKind != ReaderKind.ANSIBLE && !entries.isEmpty() && !above.contains(FieldRule.NAME)) {
            owner.reportInvalid(
                    owner.place("fields"), "No field says the name of a server.", "Add the field \"name\".");
        }
        if (readerKind == ReaderKind.ANSIBLE && !above.contains(FieldRule.NAME)) {
            fields.add(0, FieldRule.ofHosts(owner.place("fields")));
        }
        return List.copyOf(fields);
    }
}
