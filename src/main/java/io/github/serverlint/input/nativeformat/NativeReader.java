package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;
import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.DomainMode;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Forest.Preparations;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.input.nativeformat.ServerReader.Settings;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reader of a file in the native format: {@code defaults}, {@code forests}, {@code servers} and {@code migrations}. */
public final class NativeReader {
    private static final List<String> KEYS = List.of("defaults", "forests", "servers", "migrations");

    private final Catalog catalog;
    private final LoadedFile loadedFile;
    private final FindingReporter document;
    private final ServerReader servers;
    private final RunMonitor monitor;

    private NativeReader(YamlFile yaml, ServerReader servers, Catalog catalog) {
        this.catalog = catalog;
        this.loadedFile = new LoadedFile(yaml.complete());
        this.document = FindingReporter.document("a definition", loadedFile.findings());
        this.servers = servers;
        this.monitor = yaml.monitor();
    }

    /** @param servers reads the servers of all files of the run */
    static LoadedFile read(YamlFile file, ServerReader servers, Catalog catalog) {
        // Cache the documents, which are accessed several times.
        YamlFile yaml = file.cached();
        NativeReader reader = new NativeReader(yaml, servers, catalog);
        reader.loadedFile.findings().addAll(yaml.findings());
        if (yaml.documents().isEmpty() && yaml.complete()) {
            reader.unrecognized(Span.at(yaml.file(), 1, 1), "The file is empty.");
        }
        yaml.documents().forEach(reader::document);
        return reader.loadedFile;
    }

    /**
     * Whether a file is certainly in this format, also in a run with another layout: each document has only keys of the
     * format, with forests or migrations among them. A key {@code servers} alone proves nothing, since other tools have
     * it too.
     */
    public static boolean isNative(YamlFile yaml) {
        return !yaml.documents().isEmpty() && yaml.documents().stream().allMatch(NativeReader::isNative);
    }

    private static boolean isNative(Node document) {
        return document instanceof Mapping mapping
                && mapping.entries().stream()
                        .map(Entry::name)
                        .allMatch(key -> KEYS.contains(key) || key.startsWith("x-"))
                && Stream.of("forests", "migrations")
                        .flatMap(key -> mapping.entry(key).stream())
                        .anyMatch(entry -> entry.value() instanceof Mapping);
    }

    private void document(Node node) {
        if (node.isNull()) {
            unrecognized(
                    node.place(),
                    "The document is empty.",
                    "Define servers, forests, defaults or migrations in it, or remove it with the --- that opens it.");
        } else if (!(node instanceof Mapping mapping)) {
            unrecognized(node.place(), "The document is " + node.kind() + ", where servers are defined in a mapping.");
        } else if (isDefinition(mapping)) {
            read(mapping);
        } else {
            String keys = String.join(
                    ", ", mapping.entries().stream().limit(3).map(Entry::name).toList());
            unrecognized(
                    mapping.place(),
                    "The document has none of the keys of a definition; it has "
                            + (keys.isEmpty() ? "none at all" : keys) + ".");
        }
    }

    /** Whether a document has a key of the format or a misspelt one; documents of other tools have neither. */
    private static boolean isDefinition(Mapping mapping) {
        return mapping.entries().stream()
                .map(Entry::name)
                .anyMatch(key -> KEYS.contains(key)
                        || key.startsWith("x-")
                        || !Suggestions.to(key, KEYS).isEmpty());
    }

    private void unrecognized(Span place, String message) {
        unrecognized(
                place,
                message,
                "Define servers, forests, defaults or migrations in it, or leave the file out with excludes.");
    }

    private void unrecognized(Span place, String message, String fix) {
        loadedFile
                .findings()
                .add(Finding.reading(UNRECOGNIZED_DOCUMENT, place, message)
                        .because("What is not understood is not judged, and would pass unseen.")
                        .fix(fix)
                        .build());
    }

    private void read(Mapping mapping) {
        MappingReader reader = new MappingReader(mapping, document);
        Settings defaults = reader.mapping("defaults")
                .map(settings -> servers.settings(settings, document.child("the defaults", "defaults")))
                .orElse(Settings.NONE);
        named(reader, "forests", (entry, forests) -> forest(entry, forests));
        named(
                reader,
                "servers",
                (entry, findingReporter) ->
                        servers.server(entry, defaults, findingReporter).ifPresent(loadedFile.servers()::add));
        named(
                reader,
                "migrations",
                (entry, findingReporter) -> new MigrationReader(catalog, servers)
                        .migration(entry, findingReporter)
                        .ifPresent(loadedFile.migrations()::add));
        reader.rejectOtherKeys();
    }

    /** Reads a mapping by name, which must not be empty. */
    private void named(MappingReader reader, String key, BiConsumer<Entry, FindingReporter> each) {
        reader.mapping(key).ifPresent(named -> {
            FindingReporter findingReporter = document.child("\"" + key + "\"", key);
            if (named.entries().isEmpty()) {
                findingReporter.report(
                        MISSING_VALUE, named.place(), "\"" + key + "\" names nothing.", "Add one, or remove the key.");
            }
            named.entries().forEach(entry -> {
                monitor.checkCancelled();
                each.accept(entry, findingReporter);
            });
        });
    }

    private void forest(Entry entry, FindingReporter forests) {
        FindingReporter findingReporter = forests.child("forest \"" + entry.name() + "\"", entry.name());
        Located<String> name = entry.key().located();
        if (!NameValidator.accept(entry, findingReporter)) {
            return;
        }
        if (entry.value().isNull()) {
            // The name alone is enough for references.
            loadedFile
                    .forests()
                    .add(new Forest(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()));
            return;
        }
        if (!(entry.value() instanceof Mapping mapping)) {
            findingReporter.report(
                    INVALID_VALUE,
                    entry.value().place(),
                    "The " + findingReporter.what() + " takes a mapping, not "
                            + entry.value().kind() + ".",
                    "Write its keys below its name, such as functional-level.");
            return;
        }
        MappingReader reader = new MappingReader(mapping, findingReporter);
        Optional<Located<Term>> level = reader.text("functional-level")
                .flatMap(text -> TermParser.read(
                        text,
                        catalog.functionalLevels(),
                        INVALID_VALUE,
                        "functional level",
                        findingReporter.at("functional-level")));
        Optional<Located<DomainMode>> mode = TermParser.read(
                reader.text("domain-mode"), DomainMode.class, "domain mode", findingReporter.at("domain-mode"));
        Optional<Preparations> prepared = reader.entry("prepared").map(declared -> {
            List<Located<Term>> done = reader.texts(declared).stream()
                    .flatMap(text -> TermParser.read(
                            text, catalog.preparations(), INVALID_VALUE, "preparation", findingReporter.at("prepared"))
                            .stream())
                    .toList();
            Node value = declared.value();
            return new Preparations(new Located<>("prepared", value.place(), value.written()), done);
        });
        reader.entry("notes");
        reader.rejectOtherKeys();
        loadedFile.forests().add(new Forest(Optional.of(name), level, mode, prepared));
    }
}
