package io.github.serverlint.catalog;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;
import static io.github.serverlint.finding.ReadingRule.MISSING_VALUE;
import static io.github.serverlint.finding.ReadingRule.UNKNOWN_REFERENCE;
import static io.github.serverlint.finding.ReadingRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.catalog.FeatureNeed.Where;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads catalog files. Rows name sources, releases and terms of any file, so first the things that are named are read,
 * from all files, and then the rows.
 */
final class CatalogReader {
    private static final List<String> SHIPPED =
            List.of("sources", "vocabulary", "windows", "exchange", "support", "features", "directory");

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private final Map<String, List<Term>> vocabularies = new LinkedHashMap<>();
    private final List<SupportFact> support = new ArrayList<>();
    private final List<FeatureNeed> needs = new ArrayList<>();
    private final List<ConnectorFact> connectors = new ArrayList<>();
    private final List<PreparationFact> preparation = new ArrayList<>();

    private CatalogReader() {}

    static Catalog shipped() {
        List<SourceFile> files = new ArrayList<>();
        for (String name : SHIPPED) {
            String resource = name + ".yaml";
            try (InputStream in = CatalogReader.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the catalog file " + resource + " is not in the jar");
                }
                files.add(new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(files);
    }

    /** @throws ConfigurationException naming each fault of the files with its place */
    static Catalog read(List<SourceFile> files) {
        return new Catalog(new CatalogReader().readAll(files));
    }

    private CatalogContent readAll(List<SourceFile> files) {
        List<Document> documents = new ArrayList<>();
        for (SourceFile file : files) {
            YamlFile yaml = YamlReader.read(file);
            findings.addAll(yaml.findings());
            for (Node node : yaml.documents()) {
                if (node instanceof Mapping mapping) {
                    documents.add(new Document(new MappingReader(mapping, "the catalog", "", findings)));
                } else {
                    findings.add(Finding.reading(
                                    UNRECOGNIZED_DOCUMENT,
                                    node.place(),
                                    "A catalog is a mapping, not " + node.kind() + ".")
                            .build());
                }
            }
        }
        documents.forEach(this::readNamedThings);
        documents.forEach(this::readProducts);
        documents.forEach(this::readRows);
        documents.forEach(document -> document.reader.rejectOtherKeys());
        if (!findings.isEmpty()) {
            throw new ConfigurationException(findings.stream()
                    .map(finding -> finding.span() + ": " + finding.message() + " " + finding.fix())
                    .collect(Collectors.joining("\n", "The catalog cannot be used:\n", "")));
        }
        return new CatalogContent(
                List.copyOf(sources.values()),
                List.copyOf(products.values()),
                vocabulary("features"),
                vocabulary("roles"),
                vocabulary("components"),
                vocabulary("preparations"),
                vocabulary("functional-levels"),
                vocabulary("architectures"),
                List.copyOf(support),
                List.copyOf(needs),
                List.copyOf(connectors),
                List.copyOf(preparation));
    }

    /** One YAML document of a catalog, and the day that its rows were checked. */
    private record Document(MappingReader reader, Optional<Located<String>> checked) {
        Document(MappingReader reader) {
            this(reader, reader.text("checked"));
        }
    }

    private Vocabulary vocabulary(String name) {
        return new Vocabulary(List.copyOf(vocabularies.getOrDefault(name, List.of())));
    }

    private void readNamedThings(Document document) {
        each(document.reader, "sources", "source", (id, row) -> {
            Optional<Located<String>> title = row.required("title", row.text("title"));
            Optional<String> address = row.text("address").map(Located::value);
            title.ifPresent(text -> sources.put(id, new Source(id, text.value(), address)));
        });
        for (String name :
                List.of("features", "roles", "components", "preparations", "functional-levels", "architectures")) {
            List<Term> terms = vocabularies.computeIfAbsent(name, key -> new ArrayList<>());
            each(document.reader, name, "term", (id, row) -> {
                Optional<Located<String>> title = row.required("name", row.text("name"));
                List<String> spellings = values(row.texts("spellings"));
                title.ifPresent(text -> terms.add(new Term(id, terms.size(), text.value(), spellings)));
            });
        }
    }

    private void readProducts(Document document) {
        each(document.reader, "products", "product", (id, row) -> {
            Optional<Located<String>> key = row.required("key", row.text("key"));
            Optional<Located<String>> name = row.required("name", row.text("name"));
            List<String> words = values(row.texts("words"));
            List<String> buildWords = values(row.texts("build-words"));
            Map<String, List<String>> editions = new LinkedHashMap<>();
            row.mapping("editions").ifPresent(mapping -> {
                MappingReader reader = new MappingReader(mapping, "the editions of \"" + id + "\"", "", findings);
                mapping.entries().forEach(entry -> editions.put(entry.name(), values(reader.texts(entry.name()))));
            });
            List<Release> ofProduct = new ArrayList<>();
            each(
                    row,
                    "releases",
                    "release",
                    (releaseId, releaseRow) -> release(document, id, releaseId, ofProduct.size(), releaseRow)
                            .ifPresent(release -> {
                                ofProduct.add(release);
                                releases.put(releaseId, release);
                            }));
            if (key.isPresent() && name.isPresent()) {
                products.put(
                        id,
                        new Product(
                                id,
                                key.get().value(),
                                name.get().value(),
                                words,
                                buildWords,
                                editions,
                                List.copyOf(ofProduct)));
            }
        });
    }

    private Optional<Release> release(Document document, String productId, String id, int rank, Row row) {
        Optional<Located<String>> name = row.required("name", row.text("name"));
        List<String> spellings = values(row.texts("spellings"));
        Optional<BuildNumber> build = row.text("build").flatMap(this::build);
        List<Level> levels = levels(row);
        List<String> editions = values(row.texts("editions"));
        List<Term> architectures = terms(row.texts("architectures"), "architectures");
        row.text("note");
        Optional<Evidence> evidence = evidence(document, row);
        if (name.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Release(
                id,
                productId,
                rank,
                name.get().value(),
                spellings,
                build,
                levels,
                editions,
                architectures,
                evidence.get(),
                row.place()));
    }

    /** Levels are a list of names, or a mapping of names to the builds that brought them. */
    private List<Level> levels(Row row) {
        Optional<Entry> entry = row.entry("levels");
        List<Level> levels = new ArrayList<>();
        if (entry.isPresent() && entry.get().value() instanceof Mapping builds) {
            MappingReader reader = new MappingReader(builds, "the levels", "", findings);
            for (Entry level : builds.entries()) {
                levels.add(new Level(
                        level.name(), levels.size(), reader.text(level.name()).flatMap(this::build)));
            }
        } else if (entry.isPresent()) {
            row.texts(entry.get())
                    .forEach(level -> levels.add(new Level(level.value(), levels.size(), Optional.empty())));
        }
        return List.copyOf(levels);
    }

    private Optional<BuildNumber> build(Located<String> text) {
        Optional<BuildNumber> build = BuildNumber.of(text.value());
        if (build.isEmpty()) {
            complain(INVALID_VALUE, text, "\"" + text.value() + "\" is no build number.", "Write numbers with dots.");
        }
        return build;
    }

    private void readRows(Document document) {
        for (Mapping mapping : document.reader.mappings("support")) {
            Row row = row(mapping, "a row of support");
            supportFact(document, row).ifPresent(support::add);
            row.rejectOtherKeys();
        }
        for (Mapping mapping : document.reader.mappings("needs")) {
            Row row = row(mapping, "a row of needs");
            featureNeed(document, row).ifPresent(needs::add);
            row.rejectOtherKeys();
        }
        for (Mapping mapping : document.reader.mappings("connectors")) {
            Row row = row(mapping, "a row of connectors");
            connectorFact(document, row).ifPresent(connectors::add);
            row.rejectOtherKeys();
        }
        for (Mapping mapping : document.reader.mappings("preparation")) {
            Row row = row(mapping, "a row of preparation");
            preparationFact(document, row).ifPresent(preparation::add);
            row.rejectOtherKeys();
        }
    }

    private Optional<SupportFact> supportFact(Document document, Row row) {
        Optional<Release> release = row.required("release", release(row.text("release")));
        Optional<Release> platform = row.required("on", release(row.text("on")));
        Optional<Located<String>> from = row.text("from");
        Optional<Located<String>> to = row.text("to");
        Optional<Located<String>> platformFrom = row.text("on-from");
        Optional<Boolean> clustered = row.flag("clustered").map(Located::value);
        List<String> editions = values(row.texts("editions"));
        List<Term> architectures = terms(row.texts("architectures"), "architectures");
        boolean supported = row.flag("supported").map(Located::value).orElse(true);
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        String alternative = row.sentence("alternative");
        boolean floorsRecalled = confidence(row.text("floor-confidence"))
                .filter(Confidence.RECALLED::equals)
                .isPresent();
        row.text("note");
        Optional<Evidence> evidence = evidence(document, row);
        if (release.isEmpty() || platform.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SupportFact(
                release.get(),
                level(release.get(), from),
                level(release.get(), to),
                platform.get(),
                level(platform.get(), platformFrom),
                clustered,
                editions,
                architectures,
                supported,
                because,
                instead,
                alternative,
                floorsRecalled || evidence.get().isRecalled(),
                evidence.get(),
                row.place()));
    }

    private Optional<FeatureNeed> featureNeed(Document document, Row row) {
        Optional<Term> feature = row.required("feature", term(row.text("feature"), "features"));
        Optional<Where> where = row.required("where", word(row.text("where"), Where.class));
        Optional<Release> from = release(row.text("from"));
        Optional<Term> functionalLevel = term(row.text("functional-level"), "functional-levels");
        boolean all = row.flag("all").map(Located::value).orElse(true);
        String because = row.sentence("because");
        row.text("note");
        Optional<Evidence> evidence = evidence(document, row);
        if (feature.isEmpty() || where.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FeatureNeed(
                feature.get(), where.get(), from, functionalLevel, all, because, evidence.get(), row.place()));
    }

    private Optional<ConnectorFact> connectorFact(Document document, Row row) {
        Optional<Release> connector = row.required("release", release(row.text("release")));
        Optional<Located<String>> to = row.text("to");
        Optional<Release> domainControllers = release(row.text("domain-controllers"));
        Optional<Row> unless = row.mapping("unless").map(mapping -> row(mapping, "\"unless\""));
        Optional<String> domainMode =
                unless.flatMap(except -> except.text("domain-mode")).map(Located::value);
        List<Term> prepared = unless.map(except -> terms(except.texts("prepared"), "preparations"))
                .orElse(List.of());
        unless.ifPresent(Row::rejectOtherKeys);
        Optional<Term> functionalLevel = term(row.text("functional-level"), "functional-levels");
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = evidence(document, row);
        if (connector.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ConnectorFact(
                connector.get(),
                level(connector.get(), to),
                domainControllers,
                domainMode,
                prepared,
                functionalLevel,
                because,
                instead,
                evidence.get(),
                row.place()));
    }

    private Optional<PreparationFact> preparationFact(Document document, Row row) {
        Optional<Release> release = row.required("release", release(row.text("release")));
        Optional<Release> domainControllers = release(row.text("domain-controllers"));
        Optional<Term> preparationNeeded = row.required("needs", term(row.text("needs"), "preparations"));
        boolean whereDeclared = row.flag("where-declared").map(Located::value).orElse(false);
        Optional<Term> perhaps = term(row.text("perhaps"), "preparations");
        String because = row.sentence("because");
        Optional<Evidence> evidence = evidence(document, row);
        if (release.isEmpty() || preparationNeeded.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PreparationFact(
                release.get(),
                domainControllers,
                preparationNeeded.get(),
                whereDeclared,
                perhaps,
                because,
                evidence.get(),
                row.place()));
    }

    private Optional<Evidence> evidence(Document document, Row row) {
        List<Source> named = new ArrayList<>();
        List<Located<String>> ids = row.texts("sources");
        row.required("sources", ids.stream().findFirst());
        for (Located<String> id : ids) {
            lookUp(sources, id, "source").ifPresent(named::add);
        }
        Optional<Confidence> confidence = row.required("confidence", confidence(row.text("confidence")));
        Optional<LocalDate> checked = row.text("checked").or(document::checked).flatMap(this::date);
        if (document.checked().isEmpty()) {
            row.required("checked", checked);
        }
        return confidence.isEmpty() || checked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(List.copyOf(named), checked.get(), confidence.get()));
    }

    private Optional<Confidence> confidence(Optional<Located<String>> text) {
        return word(text, Confidence.class);
    }

    private <E extends Enum<E>> Optional<E> word(Optional<Located<String>> text, Class<E> type) {
        return text.flatMap(given -> {
            Map<String, E> accepted = new LinkedHashMap<>();
            for (E constant : type.getEnumConstants()) {
                accepted.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
            }
            E meant = accepted.get(given.value());
            if (meant == null) {
                complain(
                        INVALID_VALUE,
                        given,
                        "\"" + given.value() + "\" is not accepted here.",
                        Nearest.advice(given.value(), accepted.keySet()));
            }
            return Optional.ofNullable(meant);
        });
    }

    private Optional<LocalDate> date(Located<String> text) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeParseException e) {
            complain(
                    INVALID_VALUE,
                    text,
                    "\"" + text.value() + "\" is no date.",
                    "Write year-month-day, such as 2026-11-22.");
            return Optional.empty();
        }
    }

    private Optional<Release> release(Optional<Located<String>> id) {
        return id.flatMap(given -> lookUp(releases, given, "release"));
    }

    private Optional<Level> level(Release release, Optional<Located<String>> name) {
        return name.flatMap(given -> {
            Optional<Level> level = release.level(given.value());
            if (level.isEmpty()) {
                complain(
                        UNKNOWN_REFERENCE,
                        given,
                        release + " has no " + given.value() + ".",
                        ReleaseNames.levelsOf(release));
            }
            return level;
        });
    }

    private Optional<Term> term(Optional<Located<String>> id, String vocabulary) {
        return id.flatMap(given -> {
            Map<String, Term> terms = vocabularies.getOrDefault(vocabulary, List.of()).stream()
                    .collect(Collectors.toMap(Term::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
            return lookUp(terms, given, "name of " + vocabulary);
        });
    }

    private List<Term> terms(List<Located<String>> ids, String vocabulary) {
        return ids.stream()
                .flatMap(id -> term(Optional.of(id), vocabulary).stream())
                .toList();
    }

    private <T> Optional<T> lookUp(Map<String, T> known, Located<String> id, String what) {
        T found = known.get(id.value());
        if (found == null) {
            complain(
                    UNKNOWN_REFERENCE,
                    id,
                    "\"" + id.value() + "\" is no " + what + " of the catalog.",
                    Nearest.advice(id.value(), known.keySet()));
        }
        return Optional.ofNullable(found);
    }

    private void complain(ReadingRule rule, Located<String> at, String message, String fix) {
        findings.add(Finding.at(rule.info(), at, message).fix(fix).build());
    }

    private static List<String> values(List<Located<String>> texts) {
        return texts.stream().map(Located::value).toList();
    }

    /** Reads a mapping whose keys are names, and each value as a row. */
    private void each(MappingReader from, String key, String what, NamedRow action) {
        from.mapping(key).ifPresent(named -> {
            for (Entry entry : named.entries()) {
                if (entry.value() instanceof Mapping mapping) {
                    Row row = row(mapping, "the " + what + " \"" + entry.name() + "\"");
                    action.read(entry.name(), row);
                    row.rejectOtherKeys();
                } else {
                    findings.add(Finding.reading(
                                    MISSING_VALUE,
                                    entry.key().place(),
                                    "The " + what + " \"" + entry.name() + "\" has nothing below it.")
                            .build());
                }
            }
        });
    }

    private Row row(Mapping mapping, String what) {
        return new Row(mapping, what, findings);
    }

    @FunctionalInterface
    private interface NamedRow {
        void read(String name, Row row);
    }
}
