package io.github.serverlint.layout.mapping;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.layout.mapping.Attempt.Table;
import io.github.serverlint.layout.mapping.Source.Inherit;
import io.github.serverlint.layout.mapping.Source.Merge;
import io.github.serverlint.layout.mapping.Source.Reader;
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

/** Reads a source of a mapping file. */
final class SourceReader {
    /** What is known of every file's path. */
    static final List<String> PARTS = List.of("stem", "folder", "path");

    private static final Set<Reader> OF_FILES = Set.of(Reader.YAML, Reader.LAYERED);

    private final Map<String, Table> tables;
    private final Set<String> fieldNames;

    SourceReader(Map<String, Table> tables, Catalog catalog) {
        this.tables = tables;
        this.fieldNames = fieldNames(catalog);
    }

    /** What a server can have: its name, and what the format's own keys say. */
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

    Source read(Part part) {
        Reader reader =
                part.has("reader") ? part.word("reader", Reader.class, "reader").orElse(Reader.YAML) : Reader.YAML;
        List<String> files = part.texts("files").stream().map(Located::value).toList();
        if (OF_FILES.contains(reader)) {
            part.required("files", files.stream().findFirst());
        }
        Optional<BoundedRegex> path = part.expression("path");
        Set<String> parts = new LinkedHashSet<>(PARTS);
        path.map(BoundedRegex::groups).ifPresent(parts::addAll);
        List<JsonPath> select = part.selectors("select");
        List<Inherit> inherit = part.parts("inherit", "\"inherit\"").stream()
                .flatMap(each -> inherit(each).stream())
                .toList();
        List<Template> layers = part.texts("layers").stream()
                .flatMap(text -> template(part, text, parts).stream())
                .toList();
        Map<String, Merge> merge = new LinkedHashMap<>();
        part.pairs("merge", "\"merge\"")
                .forEach((key, way) -> part.lookUp(KebabCase.of(Merge.class), way, "way to merge")
                        .ifPresent(found -> merge.put(key, found)));
        Optional<String> playbook = part.text("playbook").map(Located::value);
        refuse(part, reader);
        AttemptReader attempts = new AttemptReader(reader, tables, parts);
        List<FieldRule> fields = fields(part, reader, attempts);
        List<Requirement> where = attempts.requirements(
                part,
                "where",
                new LinkedHashSet<>(fields.stream().map(FieldRule::name).toList()));
        return new Source(
                reader,
                part.place(part.has("files") ? "files" : "reader"),
                files,
                path,
                select,
                part.place("select"),
                where,
                inherit,
                layers,
                merge,
                playbook,
                fields);
    }

    /** Each reader has keys that mean nothing to the others. */
    private static void refuse(Part part, Reader reader) {
        Map<String, Set<Reader>> readers = Map.of(
                "files", OF_FILES,
                "path", OF_FILES,
                "select", Set.of(Reader.YAML),
                "inherit", Set.of(Reader.YAML),
                "layers", Set.of(Reader.LAYERED),
                "merge", Set.of(Reader.LAYERED),
                "playbook", Set.of(Reader.ANSIBLE));
        readers.entrySet().stream()
                .filter(entry -> part.has(entry.getKey()) && !entry.getValue().contains(reader))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> part.complain(
                        part.place(entry.getKey()),
                        "The reader " + word(reader) + " has no use for \"" + entry.getKey() + "\".",
                        reader == Reader.ANSIBLE
                                ? "It reads the whole inventory; \"where\" says which hosts are servers."
                                : "That is for the reader "
                                        + String.join(
                                                " or ",
                                                entry.getValue().stream()
                                                        .map(SourceReader::word)
                                                        .sorted()
                                                        .toList())
                                        + "."));
    }

    private static String word(Reader reader) {
        return reader.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Inherit> inherit(Part part) {
        Optional<String> file = part.text("file").map(Located::value);
        Optional<JsonPath> root = part.required("root", part.selector("root"));
        part.rejectOtherKeys();
        return root.map(found -> new Inherit(file, found, part.place()));
    }

    private static Optional<Template> template(Part part, Located<String> text, Set<String> parts) {
        boolean complete = true;
        for (String name : Template.namesIn(text.value())) {
            boolean known = (name.startsWith("node.") && name.length() > 5)
                    || (name.startsWith("file.") && parts.contains(name.substring(5)));
            if (!known) {
                part.complain(
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
        return complete ? Optional.of(Template.of(text.value())) : Optional.empty();
    }

    private List<FieldRule> fields(Part owner, Reader reader, AttemptReader attempts) {
        List<FieldRule> fields = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(owner.named("fields"));
        owner.required("fields", entries.stream().findFirst());
        // A name can help to find the others, so it is found first, wherever it stands.
        entries.sort(Comparator.comparing(entry -> !entry.name().equals(FieldRule.NAME)));
        Set<String> above = new LinkedHashSet<>();
        for (Entry entry : entries) {
            String name = entry.name();
            if (!fieldNames.contains(name)) {
                owner.complain(
                        entry.key().place(),
                        "\"" + name + "\" is no field of a server.",
                        Suggestions.advice(name, fieldNames));
                continue;
            }
            FieldRule empty = new FieldRule(name, List.of());
            List<Attempt> ways = owner
                    .below(entry, "an attempt of \"" + name + "\"")
                    .parts(name, "an attempt of \"" + name + "\"")
                    .stream()
                    .flatMap(part -> attempts.attempt(part, empty, above).stream())
                    .toList();
            fields.add(new FieldRule(name, ways));
            above.add(name);
        }
        if (reader != Reader.ANSIBLE && !entries.isEmpty() && !above.contains(FieldRule.NAME)) {
            owner.complain(owner.place("fields"), "No field says the name of a server.", "Add the field \"name\".");
        }
        if (reader == Reader.ANSIBLE && !above.contains(FieldRule.NAME)) {
            fields.add(0, FieldRule.ofHosts(owner.place("fields")));
        }
        return List.copyOf(fields);
    }
}
