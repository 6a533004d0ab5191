package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_RELEASE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.input.nativeformat.ServerReader;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Converter of records to servers. A record is rewritten in the native format, each value at its own place, and read by
 * the same reader. Uncertain values are left out and reported.
 */
final class RecordReader {

    private final Catalog catalog;
    private final ServerReader servers;
    private final LoadedFile loadedFile;
    private final FindingReporter estate;
    private final Map<String, Word> unknownWords = new LinkedHashMap<>();

    /** An unknown item of a list, its first place, and the number of servers that have it. */
    private record Word(String field, Located<String> text, int servers) {}

    RecordReader(Catalog catalog, LoadedFile loadedFile) {
        this.catalog = catalog;
        this.servers = new ServerReader(catalog);
        this.loadedFile = loadedFile;
        this.estate = FindingReporter.document("the definitions", loadedFile.findings())
                .child("\"servers\"", "servers");
    }

    /**
     * Reads records. A name that several servers have is shown with its scope.
     *
     * @param others the names of the servers that are defined elsewhere
     */
    void read(List<ServerRecord> records, List<String> others) {
        Map<String, Set<String>> owners = new HashMap<>();
        others.forEach(name -> owners.computeIfAbsent(Estate.folded(name), key -> new HashSet<>())
                .add(Estate.folded(name)));
        for (ServerRecord each : records) {
            owners.computeIfAbsent(Estate.folded(each.name().value()), key -> new HashSet<>())
                    .add(Estate.folded(each.fullName().full()));
        }
        for (ServerRecord each : records) {
            boolean isUnique =
                    Objects.requireNonNull(owners.get(Estate.folded(each.name().value())))
                                    .size()
                            == 1;
            server(each, isUnique ? each.fullName().shownSimply() : each.fullName());
        }
        unknownWords
                .values()
                .forEach(word -> loadedFile
                        .notices()
                        .add(Notice.at(
                                word.text().place(),
                                "\"" + word.text().value() + "\" in \"" + word.field()
                                        + "\" is no word of the catalog and was" + " not judged"
                                        + (word.servers() == 1 ? "." : ", on " + word.servers() + " servers."))));
    }

    private void server(ServerRecord found, ServerName serverName) {
        Located<String> name = found.name();
        FindingReporter findingReporter = estate.server(serverName, serverName.full());
        Map<String, Field> known = new LinkedHashMap<>();
        for (Field field : found.fields()) {
            switch (field.state()) {
                case KNOWN, WEAK, CANDIDATES -> known.put(field.name(), field);
                case AMBIGUOUS, RELEASE_UNKNOWN, UNRESOLVED, ENCRYPTED ->
                    reportUncertain(field, findingReporter.at(field.name()), serverName);
                case MISSING -> {
                    // Only required fields are reported as missing.
                }
            }
        }
        Map<String, String> wordsOf = new HashMap<>();
        known.forEach((key, field) -> field.wordsOf().ifPresent(list -> wordsOf.put(key, list)));
        Server server = servers.recorded(name.with(serverName), mapping(name, known), findingReporter, wordsOf);
        requirePlatform(server, found);
        loadedFile.servers().add(server);
        loadedFile.records().add(found);
    }

    /** Reports an uncertain value as a warning; it causes no other finding. */
    private void reportUncertain(Field field, FindingReporter findingReporter, ServerName server) {
        boolean isRelease = catalog.product(field.name()).isPresent();
        ParseRule rule = field.state() == FieldConfidence.AMBIGUOUS && isRelease ? UNKNOWN_RELEASE : INVALID_VALUE;
        String text = field.value()
                .filter(value -> field.state() == FieldConfidence.AMBIGUOUS && value instanceof Scalar)
                .map(value -> ((Scalar) value).located().value())
                .orElse("");
        String what = "\"" + field.name() + "\" of " + findingReporter.what();
        String message = switch (field.state()) {
            case AMBIGUOUS ->
                (text.isEmpty() ? what : "\"" + text + "\" in " + what) + " can mean " + field.detail()
                        + ", so it was not judged.";
            case RELEASE_UNKNOWN ->
                "The " + findingReporter.what() + " runs "
                        + catalog.product(field.name()).map(Product::name).orElse(field.name())
                        + " (" + field.attempt() + "), and nothing says which release, so it was not judged.";
            case ENCRYPTED -> what + " is not to be read (" + field.detail() + "), so it was not judged.";
            default ->
                what + " is made by " + field.detail() + ", which only another tool evaluates, so it was not"
                        + " judged.";
        };
        String fix = switch (field.state()) {
            case RELEASE_UNKNOWN ->
                "Say the release where this layout looks for it, or in a value that a mapping of your own reads.";
            case AMBIGUOUS -> "Name the one that it is, or translate the text in a table of the mapping.";
            case ENCRYPTED -> "Say it in a value of its own that is no secret.";
            default -> "Lint what the other tool makes of it, or say it in a value of its own.";
        };
        FindingBuilder finding = Finding.at(rule.info(), Located.of(text, field.place()), message)
                .keyPath(findingReporter.keyPath())
                .about(server)
                .fix(fix);
        loadedFile.findings().add(finding.build(Severity.WARNING));
    }

    /** Requires a known Windows on servers with products, since no rule can check them without it. */
    private void requirePlatform(Server server, ServerRecord found) {
        List<Field> products = found.fields().stream()
                .filter(field -> field.state() != FieldConfidence.MISSING)
                .filter(field -> catalog.product(field.name())
                        .filter(product -> !product.isPlatform())
                        .isPresent())
                .toList();
        for (Product platform :
                catalog.products().stream().filter(Product::isPlatform).toList()) {
            boolean isKnown = found.fields().stream()
                    .anyMatch(field -> field.name().equals(platform.id()) && field.state() != FieldConfidence.MISSING);
            if (isKnown || products.isEmpty()) {
                continue;
            }
            Field reason = products.get(0);
            String tried = found.fields().stream()
                    .filter(field -> field.name().equals(platform.id()))
                    .map(Field::attempt)
                    .filter(attempt -> !attempt.isEmpty())
                    .findFirst()
                    .orElse("");
            String what = server.installation(reason.name())
                    .map(Installation::name)
                    .orElse(catalog.product(reason.name()).orElseThrow().name());
            loadedFile
                    .findings()
                    .add(Finding.at(
                                    MISSING_VALUE.info(),
                                    server.name(),
                                    server.quoted() + " runs " + what
                                            + ", and nothing says which Windows it runs, so nothing on it can be"
                                            + " judged.")
                            .keyPath(server.keyPath(platform.id()))
                            .about(server.serverName())
                            .because(tried.isEmpty() ? "" : "Tried: " + tried + ".")
                            .fix("Say it in one of these, or tell the mapping where it is said.")
                            .related(reason.place(), what + " comes from here")
                            .build());
        }
    }

    /** The record in the native format. */
    private Mapping mapping(Located<String> name, Map<String, Field> fields) {
        List<Entry> entries = new ArrayList<>();
        for (Product product : catalog.products()) {
            composed(product.id(), "release", fields).ifPresent(entries::add);
        }
        list("roles", catalog.roles(), fields).ifPresent(entries::add);
        list("features", catalog.features(), fields).ifPresent(entries::add);
        list("components", catalog.components(), fields).ifPresent(entries::add);
        composed("cluster", "name", fields).ifPresent(entries::add);
        Optional.ofNullable(fields.get("forest")).ifPresent(field -> entries.add(entry("forest", field)));
        return new Mapping(entries, name.place(), name.written(), Optional.empty());
    }

    /**
     * A value with its parts: {@code os} with {@code os.service-pack}.
     *
     * @param head the key of the value itself where it has parts
     */
    private static Optional<Entry> composed(String key, String head, Map<String, Field> fields) {
        List<Entry> parts = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (name.startsWith(key + ".")) {
                parts.add(entry(name.substring(key.length() + 1), field));
            }
        });
        Field field = fields.get(key);
        if (field == null) {
            // A level without its product is useless; the parts of a cluster are enough.
            Span place = parts.isEmpty() ? null : parts.get(0).key().place();
            return place == null || !key.equals("cluster") ? Optional.empty() : Optional.of(entry(key, place, parts));
        }
        if (parts.isEmpty()) {
            return Optional.of(entry(key, field));
        }
        parts.add(0, entry(head, field));
        return Optional.of(entry(key, field.place(), parts));
    }

    private static Entry entry(String key, Span place, List<Entry> parts) {
        return new Entry(key(key, place), new Mapping(List.copyOf(parts), place, place, Optional.empty()));
    }

    private static Entry entry(String key, Field field) {
        return new Entry(key(key, field.place()), field.value().orElseThrow());
    }

    private static Scalar key(String key, Span place) {
        return new Scalar(key, true, place, place, Optional.empty());
    }

    /** Whether an item is known; an item with a minus, such as {@code -VSS}, is an exclusion. */
    private static boolean names(Vocabulary vocabulary, String word) {
        return !word.startsWith("-") && vocabulary.find(word).isPresent();
    }

    /** Reads a list, which in another tool may contain unknown items. */
    private Optional<Entry> list(String key, Vocabulary vocabulary, Map<String, Field> fields) {
        Field field = fields.get(key);
        if (field == null) {
            return Optional.empty();
        }
        Node value = field.value().orElseThrow();
        List<Node> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
        List<Node> accepted = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Scalar scalar
                    && !names(vocabulary, scalar.located().value())) {
                unknownWords.merge(
                        key + "\n" + scalar.located().value(),
                        new Word(key, scalar.located(), 1),
                        (first, again) -> new Word(first.field(), first.text(), first.servers() + 1));
            } else {
                accepted.add(item);
            }
        }
        return Optional.of(new Entry(
                key(key, field.place()), new Sequence(accepted, field.place(), field.place(), Optional.empty())));
    }
}
