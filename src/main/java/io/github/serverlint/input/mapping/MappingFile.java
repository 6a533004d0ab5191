package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.mapping.Attempt.Table;
import io.github.serverlint.input.mapping.MappingSource.ReaderKind;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping file: where another tool keeps its servers, and how to find their fields.
 *
 * <p>Every field has an ordered list of attempts, of which the first that yields a value wins. Expressions of other
 * tools are not evaluated; such a value has its own state.
 */
public final class MappingFile {
    private static final List<String> SHIPPED = List.of(
            "ansible",
            "aria",
            "attack-range",
            "bolt",
            "cloudformation",
            "datum",
            "heat",
            "kubevirt",
            "ludus",
            "molecule",
            "test-kitchen",
            "vagrant-yaml");
    private static final String FOLDER = "/io/github/serverlint/layouts/";

    private final String name;
    private final boolean shipped;
    private final Catalog catalog;
    private final List<MappingSource> sources;

    private MappingFile(String name, boolean shipped, Catalog catalog, List<MappingSource> sources) {
        this.name = name;
        this.shipped = shipped;
        this.catalog = catalog;
        this.sources = List.copyOf(sources);
    }

    /** The names of the layouts that ship with serverlint as mapping files. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /** A shipped layout; empty for an unknown name. */
    public static Optional<MappingFile> shipped(String name, Catalog catalog) {
        if (!SHIPPED.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = MappingFile.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(read(new SourceFile(name + ".yaml", text), name, true, catalog));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a user's mapping file.
     *
     * @throws ConfigurationException with all errors and their places
     */
    public static MappingFile read(SourceFile file, Catalog catalog) {
        return read(file, file.path(), false, catalog);
    }

    private static MappingFile read(SourceFile file, String name, boolean shipped, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        FindingReporter findingReporter = FindingReporter.document("a mapping file", findings);
        YamlFile yaml = YamlReader.read(file);
        findings.addAll(yaml.findings());
        List<MappingSource> sources = new ArrayList<>();
        if (yaml.documents().size() == 1 && yaml.documents().get(0) instanceof Mapping mapping) {
            MappingNodeReader document = new MappingNodeReader(mapping, findingReporter);
            version(document);
            Map<String, Table> tables = tables(document);
            MappingSourceReader reader = new MappingSourceReader(tables, catalog);
            if (document.has("sources")) {
                for (MappingNodeReader source : document.parts("sources", "a source")) {
                    sources.add(reader.read(source));
                    source.rejectOtherKeys();
                }
            } else {
                sources.add(reader.read(document));
            }
            document.rejectOtherKeys();
        } else if (yaml.complete()) {
            Span place = yaml.documents().isEmpty()
                    ? Span.at(file, 1, 1)
                    : yaml.documents().get(yaml.documents().size() - 1).place();
            findingReporter.report(
                    UNRECOGNIZED_DOCUMENT,
                    place,
                    "A mapping file is one document, and that a mapping.",
                    "Write version: 1 into its first line, and copy the rest from a layout that ships with serverlint.");
        }
        if (!findings.isEmpty()) {
            throw new ConfigurationException(findings.stream()
                    .sorted(Finding.REPORT_ORDER)
                    .map(finding -> (finding.span() + ": " + finding.message() + " " + finding.fix()).strip())
                    .collect(Collectors.joining("\n", "The mapping cannot be used:\n", "")));
        }
        return new MappingFile(name, shipped, catalog, sources);
    }

    private static void version(MappingNodeReader document) {
        Optional<Located<String>> version = document.required("version", document.text("version"));
        version.filter(text -> !text.value().equals("1"))
                .ifPresent(text -> document.reportInvalid(
                        text.place(),
                        "\"" + text.value() + "\" is no version of the mapping language that is known.",
                        "It is version: 1."));
    }

    private static Map<String, Table> tables(MappingNodeReader document) {
        Map<String, Table> tables = new LinkedHashMap<>();
        document.part("tables", "\"tables\"").ifPresent(all -> {
            for (Entry entry : document.named("tables")) {
                Map<String, String> words = new LinkedHashMap<>();
                all.pairs(entry.name(), "table \"" + entry.name() + "\"").forEach((text, meaning) -> {
                    if (words.put(text.strip().toLowerCase(Locale.ROOT), meaning.value()) != null) {
                        document.reportInvalid(
                                meaning.place(),
                                "\"" + text + "\" stands twice in the table \"" + entry.name() + "\".",
                                "Capital and small letters make no difference; keep one.");
                    }
                });
                tables.put(entry.name(), new Table(entry.name(), words));
            }
        });
        return tables;
    }

    /** The name in messages: that of a shipped layout, or the path of the file. */
    public String name() {
        return name;
    }

    /** Whether it reads Ansible inventories, which can be files of any name. */
    public boolean readsInventories() {
        return sources.stream().anyMatch(mappingSource -> mappingSource.reader() == ReaderKind.ANSIBLE);
    }

    /** Ant patterns of all files that it may read, relative to the linted folder. */
    public List<String> includes() {
        return sources.stream()
                .flatMap(mappingSource -> mappingSource.reader() == ReaderKind.ANSIBLE
                        ? Stream.of("**")
                        : Stream.of(
                                        mappingSource.files().stream(),
                                        Stream.concat(mappingSource.layers().stream(), mappingSource.datum().stream())
                                                .map(LayerPathTemplate::pattern),
                                        mappingSource.inherit().stream().flatMap(each -> each.file().stream()),
                                        mappingSource.sideFiles())
                                .flatMap(patterns -> patterns))
                .distinct()
                .toList();
    }

    /**
     * Finds the servers.
     *
     * @param places the shown paths of the folders and files that were named, in their order
     * @param files all files that were found there, in the order of their paths
     * @throws ConfigurationException if the mapping refers to a missing file, or an expression exceeds its limit on a
     *     value
     */
    public MappedRecords records(List<String> places, List<YamlFile> files) {
        return new MappingRun(name, shipped, catalog, sources).read(places, files);
    }
}
