package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.mapping.MappingSource.Inherit;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reader {@code yaml} of the mapping language: each record that a selector finds in a document is a machine. */
final class YamlMachineReader {
    private final MappingSource mappingSource;
    private final boolean shipped;
    private final List<Finding> findings;
    private final List<Notice> notices;

    YamlMachineReader(MappingSource mappingSource, boolean shipped, List<Finding> findings, List<Notice> notices) {
        this.mappingSource = mappingSource;
        this.shipped = shipped;
        this.findings = findings;
        this.notices = notices;
    }

    List<Machine> machines(List<SourceFolder> folders) {
        List<Machine> machines = new ArrayList<>();
        List<YamlFile> withoutRecords = new ArrayList<>();
        FilePathPattern parts = new FilePathPattern(mappingSource, notices);
        for (SourceFolder sourceFolder : folders) {
            for (YamlFile file : parts.taken(sourceFolder)) {
                Map<String, LookedUpValue> named = parts.of(file);
                int before = machines.size();
                for (Node document : file.documents()) {
                    JsonPathMatch root = JsonPathMatch.root(document);
                    List<JsonPathMatch> records = selected(root);
                    List<JsonPathMatch> inherited = records.isEmpty() ? List.of() : inherited(root, sourceFolder);
                    records.forEach(record -> machines.add(
                            Machine.of(record, root, named, sourceFolder).with(inherited)));
                }
                if (machines.size() == before && file.complete()) {
                    withoutRecords.add(file);
                }
            }
        }
        if (parts.matchCount() == 0) {
            notices.add(Notice.at(
                    mappingSource.place(), "No file matches " + String.join(", ", mappingSource.files()) + "."));
        } else if (machines.isEmpty() && !withoutRecords.isEmpty()) {
            findings.add(nothingSelected(withoutRecords));
        } else {
            notices.addAll(FolderNotices.about(
                    withoutRecords.stream().map(file -> file.file().path()).toList(),
                    "\"" + selector() + "\" selects nothing here."));
        }
        return machines;
    }

    private List<JsonPathMatch> selected(JsonPathMatch root) {
        if (root.node().isNull()) {
            // An empty document is no record.
            return List.of();
        }
        return mappingSource.select().isEmpty()
                ? List.of(root)
                : mappingSource.select().stream()
                        .flatMap(jsonPath -> jsonPath.select(root).stream())
                        .toList();
    }

    private String selector() {
        return mappingSource.select().isEmpty()
                ? "$"
                : mappingSource.select().stream().map(JsonPath::toString).collect(Collectors.joining(" or "));
    }

    private Finding nothingSelected(List<YamlFile> files) {
        String what = "\"" + selector() + "\" selects nothing in "
                + (files.size() == 1 ? files.get(0).file().path() : "any of " + files.size() + " files") + ".";
        String why = "Where nothing is found nothing is judged.";
        if (shipped) {
            return Finding.reading(UNRECOGNIZED_DOCUMENT, Span.at(files.get(0).file(), 1, 1), "In this layout " + what)
                    .because(why)
                    .fix("Name another layout or other files, or leave these out with excludes.")
                    .build();
        }
        return Finding.reading(INVALID_VALUE, mappingSource.selectPlace(), what)
                .because(why)
                .fix("Compare the selector with the file, or the patterns under \"files\" with the folder.")
                .build();
    }

    /** The default values for records. */
    private List<JsonPathMatch> inherited(JsonPathMatch root, SourceFolder sourceFolder) {
        List<JsonPathMatch> values = new ArrayList<>();
        for (Inherit inherit : mappingSource.inherit()) {
            Optional<JsonPathMatch> from = inherit.file().isEmpty()
                    ? Optional.of(root)
                    : inherit.file().flatMap(sourceFolder::document).map(JsonPathMatch::root);
            Optional<String> missing =
                    inherit.file().filter(file -> !inherit.isOptional()).filter(file -> !sourceFolder.has(file));
            missing.ifPresent(file -> {
                throw new ConfigurationException(inherit.place() + ": there is no file " + file + " in "
                        + sourceFolder.shown() + ". Name one relative to the folder that is linted.");
            });
            from.ifPresent(start -> values.addAll(inherit.root().select(start)));
        }
        return values;
    }
}
