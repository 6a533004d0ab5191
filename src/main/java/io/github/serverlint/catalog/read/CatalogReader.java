package io.github.serverlint.catalog.read;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.names.ReleaseNameParser;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reader of catalog files. Rows may refer to sources, releases and terms of any file, so these symbols are read first,
 * from all files, and then the rows.
 */
public final class CatalogReader {
    private static final List<String> SHIPPED = List.of(
            "sources",
            "vocabulary",
            "windows",
            "exchange",
            "shared-names",
            "support",
            "features",
            "directory",
            "upgrades",
            "domain-controllers",
            "coexistence",
            "clusters",
            "components",
            "dotnet");

    private CatalogReader() {}

    /** The catalog that ships with serverlint. */
    public static Catalog shipped() {
        return shippedWith(List.of());
    }

    /**
     * The catalog that ships with serverlint, with the files that a user adds to it.
     *
     * @param userFiles files of the user
     * @throws ConfigurationException listing each error in the user's files with its place
     */
    public static Catalog shippedWith(List<SourceFile> userFiles) {
        List<SourceFile> files = new ArrayList<>();
        for (String name : SHIPPED) {
            String resource = name + ".yaml";
            try (InputStream in = Catalog.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the catalog file " + resource + " is not in the jar");
                }
                files.add(new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.addAll(userFiles);
        // The shipped files are validated by tests.
        return userFiles.isEmpty() ? parse(files) : read(files);
    }

    /**
     * A catalog of the given files only.
     *
     * @throws ConfigurationException listing each error in the files with its place
     */
    public static Catalog read(List<SourceFile> files) {
        Catalog catalog = parse(files);
        catalog.prepareRecognizers();
        return catalog;
    }

    private static Catalog parse(List<SourceFile> files) {
        List<Finding> findings = new ArrayList<>();
        FindingReporter catalog = FindingReporter.document("the catalog", findings);
        SymbolTable symbols = new SymbolTable();
        FactParser facts = new FactParser();
        List<RowReader> documents = new ArrayList<>();
        for (SourceFile file : files) {
            YamlFile yaml = YamlReader.read(file);
            findings.addAll(yaml.findings());
            if (yaml.documents().isEmpty() && yaml.complete()) {
                catalog.report(
                        ParseRule.UNRECOGNIZED_DOCUMENT,
                        Span.at(file, 1, 1),
                        "The file is empty.",
                        "Write products and facts into it, or do not name it.");
            }
            for (Node node : yaml.documents()) {
                if (node instanceof Mapping mapping) {
                    documents.add(new RowReader(mapping, catalog, symbols));
                } else {
                    catalog.report(
                            ParseRule.UNRECOGNIZED_DOCUMENT,
                            node.place(),
                            "A catalog is a mapping, not " + node.kind() + ".",
                            "");
                }
            }
        }
        documents.forEach(symbols::readTerms);
        documents.forEach(symbols::readProducts);
        documents.forEach(facts::read);
        documents.forEach(RowReader::rejectOtherKeys);
        if (!findings.isEmpty()) {
            throw new ConfigurationException(findings.stream()
                    .sorted(Finding.REPORT_ORDER)
                    .map(finding -> finding.span() + ": " + finding.message() + " " + finding.fix())
                    .collect(Collectors.joining("\n", "The catalog cannot be used:\n", "")));
        }
        return new Catalog(symbols.with(facts.facts()), ReleaseNameParser::new);
    }
}
