package io.github.serverlint.input.mapping;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.mapping.Attempt.Steps;
import io.github.serverlint.input.mapping.Attempt.Table;
import io.github.serverlint.input.mapping.Attempt.WordList;
import io.github.serverlint.input.mapping.MappingSource.ReaderKind;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parser of the attempts and requirements of a source.
 *
 * @param tables by name
 * @param parts the named parts of a file's path
 * @param catalog has the lists of words
 */
record AttemptReader(ReaderKind reader, Map<String, Table> tables, Set<String> parts, Catalog catalog) {
    private static final List<String> ORIGINS =
            List.of("at", "above", "root", "key", "file", "var", "group", "field", "const", "side", "join");

    /** The origins that a reader does not support, with the message that suggests another. */
    private static final Map<ReaderKind, Map<String, String>> FOREIGN = Map.of(
            ReaderKind.YAML,
            Map.of(
                    "var", "The reader yaml has no variables; use \"at\".",
                    "group", "The reader yaml has no groups; use \"at\" or \"key\"."),
            ReaderKind.LAYERED,
            Map.of("group", "The reader layered has no groups; use \"file\" or \"var\"."),
            ReaderKind.ANSIBLE,
            Map.of(
                    "at", "The reader ansible has no records; use \"var\".",
                    "above", "The reader ansible has no records; use \"var\".",
                    "root", "The reader ansible has no records; use \"var\".",
                    "key", "The name of a host is \"var: inventory_hostname\".",
                    "file", "A host of an inventory stands in several files; use \"group\" or \"var\"."));

    /**
     * An attempt to find a field.
     *
     * @param above the fields above, to which it may refer
     */
    Optional<Attempt> attempt(MappingNodeReader mappingNodeReader, FieldRule field, Set<String> above) {
        Optional<LookupPlace> origin = mappingNodeReader.has("join")
                ? joined(mappingNodeReader, field, above)
                : origin(mappingNodeReader, above);
        Steps steps = steps(mappingNodeReader, field);
        List<Requirement> when = requirements(mappingNodeReader, "when", above);
        mappingNodeReader.rejectOtherKeys();
        if (field.isOfName()
                && origin.filter(LookupPlace.Side.class::isInstance).isPresent()) {
            mappingNodeReader.reportInvalid(
                    mappingNodeReader.place("side"),
                    "A file of names and values cannot yield the name itself or its scope.",
                    "");
        }
        return origin.map(
                from -> new Attempt(from, steps, when, mappingNodeReader.written(), mappingNodeReader.place()));
    }

    /** The parts of a composed value, each of which is an attempt. */
    private Optional<LookupPlace> joined(MappingNodeReader owner, FieldRule field, Set<String> above) {
        if (ORIGINS.stream().filter(owner::has).count() > 1) {
            return origin(owner, above);
        }
        if (field.isList()) {
            owner.reportInvalid(
                    owner.place("join"),
                    "\"join\" makes one text, and \"" + field.name() + "\" is a list.",
                    "Make an attempt of each value.");
        }
        List<Attempt> parts = owner.parts("join", "a part of \"join\"").stream()
                .flatMap(part -> attempt(part, field, above).stream())
                .toList();
        if (parts.size() < 2) {
            owner.reportInvalid(
                    owner.place("join"), "\"join\" takes a list of two or more parts.", "Each is like an attempt.");
        }
        String with = owner.prefixes("with").stream().findFirst().orElse("-");
        return parts.isEmpty() ? Optional.empty() : Optional.of(new LookupPlace.Join(parts, with));
    }

    private Steps steps(MappingNodeReader mappingNodeReader, FieldRule field) {
        List<Follow> follow = followed(mappingNodeReader);
        Optional<String> split = mappingNodeReader.text("split").map(Located::value);
        List<String> present = mappingNodeReader.prefixes("present");
        List<String> absent = mappingNodeReader.prefixes("absent");
        for (String key : List.of("split", "present", "absent")) {
            if (mappingNodeReader.has(key) && !field.isList()) {
                mappingNodeReader.reportInvalid(
                        mappingNodeReader.place(key),
                        "\"" + key + "\" is for lists, and \"" + field.name() + "\" is one value.",
                        "The lists are roles, features and components.");
            }
        }
        Optional<BoundedRegex> strip = mappingNodeReader.expression("strip");
        Optional<BoundedRegex> capture = mappingNodeReader.expression("capture");
        Optional<Table> table = mappingNodeReader
                .text("table")
                .flatMap(name -> mappingNodeReader.lookUp(tables, name, "table of this mapping"));
        Optional<WordList> wordsOf =
                mappingNodeReader.text("words-of").flatMap(name -> wordList(mappingNodeReader, name, field));
        boolean namesProductOnly = namesProductOnly(mappingNodeReader, field);
        boolean weak = mappingNodeReader.flag("weak").map(Located::value).orElse(false);
        return new Steps(follow, split, present, absent, strip, capture, table, wordsOf, namesProductOnly, weak);
    }

    /** Whether {@code release: unknown} is said. */
    private boolean namesProductOnly(MappingNodeReader mappingNodeReader, FieldRule field) {
        Optional<Located<String>> release = mappingNodeReader.text("release");
        if (release.isPresent() && catalog.product(field.name()).isEmpty()) {
            mappingNodeReader.reportInvalid(
                    mappingNodeReader.place("release"),
                    "\"release\" is for products, and \"" + field.name() + "\" is none.",
                    "Remove it.");
            return false;
        }
        return release.flatMap(
                        word -> mappingNodeReader.lookUp(Map.of("unknown", true), word, "thing to say of a release"))
                .isPresent();
    }

    private Optional<WordList> wordList(MappingNodeReader mappingNodeReader, Located<String> name, FieldRule field) {
        Optional<Product> product = catalog.product(field.name());
        if (product.isEmpty()) {
            mappingNodeReader.reportInvalid(
                    name.place(),
                    "\"words-of\" is for releases, and \"" + field.name() + "\" is none.",
                    "Translate the words in a table of this mapping.");
            return Optional.empty();
        }
        Map<String, WordList> known = new LinkedHashMap<>();
        catalog.wordLists().forEach(list -> known.put(list, new WordList(list, catalog.wordsOf(list, product.get()))));
        return mappingNodeReader.lookUp(known, name, "list of words of the catalog");
    }

    /** The steps of {@code follow}: one, or a list of them. */
    private static List<Follow> followed(MappingNodeReader owner) {
        Optional<Entry> entry = owner.entry("follow");
        if (entry.isEmpty()) {
            return List.of();
        }
        Node value = entry.get().value();
        List<Follow> steps = new ArrayList<>();
        for (Node item : value instanceof Sequence sequence ? sequence.items() : List.of(value)) {
            if (item instanceof Scalar word) {
                owner.lookUp(
                                Map.of(Follow.ByFunctions.WORD, new Follow.ByFunctions()),
                                word.located(),
                                "way to follow a value")
                        .ifPresent(steps::add);
            } else {
                owner.part(entry.get(), item, "\"follow\"")
                        .flatMap(AttemptReader::toEntry)
                        .ifPresent(steps::add);
            }
        }
        return List.copyOf(steps);
    }

    private static Optional<Follow> toEntry(MappingNodeReader mappingNodeReader) {
        Optional<String> tag = mappingNodeReader.text("tag").map(Located::value);
        Optional<BoundedRegex> capture = mappingNodeReader.expression("capture");
        boolean isOptional =
                mappingNodeReader.flag("optional").map(Located::value).orElse(false);
        Optional<JsonPath> in = mappingNodeReader.required("in", mappingNodeReader.selector("in"));
        Optional<JsonPath> at = mappingNodeReader.required("at", mappingNodeReader.selector("at"));
        mappingNodeReader.rejectOtherKeys();
        return in.flatMap(mapping -> at.map(value -> new Follow.ToEntry(tag, capture, isOptional, mapping, value)));
    }

    /** Reads a list of requirements, all of which must hold. */
    List<Requirement> requirements(MappingNodeReader owner, String key, Set<String> fields) {
        List<Requirement> requirements = new ArrayList<>();
        for (MappingNodeReader mappingNodeReader : owner.parts(key, "a test of \"" + key + "\"")) {
            requirement(mappingNodeReader, fields).ifPresent(requirements::add);
            mappingNodeReader.rejectOtherKeys();
        }
        return List.copyOf(requirements);
    }

    private Optional<Requirement> requirement(MappingNodeReader mappingNodeReader, Set<String> fields) {
        for (String key : List.of("not", "anyOf")) {
            if (mappingNodeReader.has(key)) {
                List<Requirement> inside = requirements(mappingNodeReader, key, fields);
                return Optional.of(key.equals("not") ? new Requirement.Not(inside) : new Requirement.AnyOf(inside));
            }
        }
        List<String> wanted =
                mappingNodeReader.texts("equals").stream().map(Located::value).toList();
        Optional<BoundedRegex> matching = mappingNodeReader.expression("matches");
        boolean exists = mappingNodeReader.flag("exists").map(Located::value).orElse(true);
        if (mappingNodeReader.has("join")) {
            mappingNodeReader.parts("join", "a part of \"join\"");
            mappingNodeReader.reportInvalid(
                    mappingNodeReader.place("join"),
                    "A test looks at one value.",
                    "Make a field of what is joined, and test that with \"field\".");
            return Optional.empty();
        }
        return origin(mappingNodeReader, fields).map(from -> new Requirement.Check(from, wanted, matching, exists));
    }

    private Optional<LookupPlace> origin(MappingNodeReader mappingNodeReader, Set<String> fields) {
        List<String> named = ORIGINS.stream().filter(mappingNodeReader::has).toList();
        if (named.isEmpty()) {
            mappingNodeReader.reportInvalid(
                    mappingNodeReader.place(),
                    "Nothing says where to look.",
                    "Add one of " + String.join(", ", ORIGINS) + ".");
            return Optional.empty();
        }
        if (named.size() > 1) {
            named.forEach(mappingNodeReader::entry);
            mappingNodeReader.reportInvalid(
                    mappingNodeReader.place(named.get(1)),
                    "\"" + named.get(0) + "\" and \"" + named.get(1) + "\" both say where to look.",
                    "Make two attempts of it, in the order in which they count.");
            return Optional.empty();
        }
        String key = named.get(0);
        String unsupported = FOREIGN.getOrDefault(reader, Map.of()).get(key);
        if (unsupported != null) {
            mappingNodeReader.entry(key);
            mappingNodeReader.reportInvalid(mappingNodeReader.place(key), unsupported, "");
            return Optional.empty();
        }
        return switch (key) {
            case "at" -> ifAny(mappingNodeReader.selectors(key)).map(LookupPlace.At::new);
            case "above" -> ifAny(mappingNodeReader.selectors(key)).map(LookupPlace.Above::new);
            case "root" -> ifAny(mappingNodeReader.selectors(key)).map(LookupPlace.Root::new);
            case "key" -> mappingNodeReader.text(key).flatMap(text -> key(mappingNodeReader, text));
            case "file" ->
                mappingNodeReader
                        .text(key)
                        .flatMap(text -> mappingNodeReader.lookUp(names(parts), text, "part of a file's path"))
                        .map(LookupPlace.OfFile::new);
            case "var" -> mappingNodeReader.text(key).flatMap(text -> variable(mappingNodeReader, text));
            case "group" -> mappingNodeReader.expression(key).map(LookupPlace.Group::new);
            case "field" ->
                mappingNodeReader
                        .text(key)
                        .flatMap(text -> mappingNodeReader.lookUp(names(fields), text, "field that stands above"))
                        .map(LookupPlace.OtherField::new);
            case "side" -> mappingNodeReader.text(key).map(Located::value).map(LookupPlace.Side::new);
            default ->
                mappingNodeReader
                        .entry(key)
                        .filter(entry -> entry.value() instanceof Scalar)
                        .map(entry -> new LookupPlace.Const((Scalar) entry.value()));
        };
    }

    private static Optional<List<JsonPath>> ifAny(List<JsonPath> selectors) {
        return selectors.isEmpty() ? Optional.empty() : Optional.of(selectors);
    }

    private static Map<String, String> names(Set<String> accepted) {
        Map<String, String> names = new LinkedHashMap<>();
        accepted.forEach(name -> names.put(name, name));
        return names;
    }

    private static Optional<LookupPlace> key(MappingNodeReader mappingNodeReader, Located<String> text) {
        if (text.value().matches("[0-9]")) {
            return Optional.of(new LookupPlace.Key(Integer.parseInt(text.value())));
        }
        mappingNodeReader.reportInvalid(
                text.place(),
                "\"" + text.value() + "\" is no number of levels.",
                "0 is the record's own key, 1 that of what it stands in.");
        return Optional.empty();
    }

    /** A variable by name, or a value inside it by a selector that begins with the name. */
    private static Optional<LookupPlace> variable(MappingNodeReader mappingNodeReader, Located<String> text) {
        if (!text.value().startsWith("$")) {
            return Optional.of(new LookupPlace.Var(text.value(), text.value(), Optional.empty()));
        }
        return mappingNodeReader.selector(text).flatMap(jsonPath -> {
            if (jsonPath.firstName().isEmpty()) {
                mappingNodeReader.reportInvalid(
                        text.place(),
                        "\"" + text.value() + "\" does not begin with the name of a variable.",
                        "Write $.variable, or $['variable'], and then what is inside it.");
                return Optional.empty();
            }
            return Optional.of(
                    new LookupPlace.Var(text.value(), jsonPath.firstName().get(), Optional.of(jsonPath.rest())));
        });
    }
}
