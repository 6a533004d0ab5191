package io.github.serverlint.baseline;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;
import static io.github.serverlint.finding.ParseRule.YAML_SYNTAX;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.MergeMarks;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a baseline file. It uses the YAML parser, because JSON is a subset of <a
 * href="https://yaml.org/spec/1.2.2/#12-syntax-overview">YAML 1.2</a> and each error then has a position.
 */
final class BaselineReader {
    private static final int MAX_ERRORS = 10;

    /** Entries of version 1 have no partners. */
    private static final List<String> VERSIONS = List.of("1", String.valueOf(BaselineWriter.VERSION));

    private final List<Finding> errors = new ArrayList<>();
    private final Map<String, List<Partner>> partnerSets = new LinkedHashMap<>();
    private final FindingReporter baseline = FindingReporter.document("the baseline", errors);

    private BaselineReader() {}

    /** @throws ConfigurationException with the errors of the file and their positions */
    static List<KnownViolation> read(SourceFile file) {
        BaselineReader reader = new BaselineReader();
        List<KnownViolation> entries = reader.entries(file);
        if (!reader.errors.isEmpty()) {
            throw new ConfigurationException(message(file, reader.errors));
        }
        return entries;
    }

    private static String message(SourceFile file, List<Finding> errors) {
        int more = errors.size() - MAX_ERRORS;
        return errors.stream()
                .sorted(Finding.REPORT_ORDER)
                .limit(MAX_ERRORS)
                .map(fault -> (fault.span() + ": " + fault.message() + " " + fault.fix()).strip())
                .collect(Collectors.joining(
                        "\n",
                        "baselineFile: " + file.path() + " cannot be used:\n",
                        (more > 0 ? "\nand " + more + " more." : "")
                                + "\nMend it, or delete it and record the violations anew with the goal baseline."));
    }

    private List<KnownViolation> entries(SourceFile file) {
        Optional<Span> mark = MergeMarks.first(file);
        if (mark.isPresent()) {
            baseline.report(YAML_SYNTAX, mark.get(), MergeMarks.MESSAGE, MergeMarks.FIX);
            return List.of();
        }
        YamlFile yaml = YamlReader.read(file);
        errors.addAll(yaml.findings());
        if (!yaml.complete()) {
            return List.of();
        }
        if (yaml.documents().size() != 1) {
            String what =
                    yaml.documents().isEmpty() ? "The file is empty." : "A baseline is one document, not several.";
            baseline.report(UNRECOGNIZED_DOCUMENT, Span.at(file, 1, 1), what, "");
            return List.of();
        }
        Node document = yaml.documents().get(0);
        if (document instanceof Mapping mapping) {
            return entries(mapping);
        }
        String what = "A baseline is a mapping with \"version\" and \"entries\", not " + document.kind() + ".";
        baseline.report(UNRECOGNIZED_DOCUMENT, document.place(), what, "");
        return List.of();
    }

    private List<KnownViolation> entries(Mapping document) {
        MappingReader reader = new MappingReader(document, baseline);
        Optional<Located<String>> version = reader.required("version", text(reader, "version"));
        if (version.isPresent() && !VERSIONS.contains(version.get().value())) {
            // The meaning of keys in another version is unknown.
            String what = "This serverlint reads versions " + String.join(" and ", VERSIONS) + " of a baseline, not \""
                    + version.get().value() + "\".";
            baseline.report(INVALID_VALUE, version.get(), what, "Use the serverlint that has written it.");
            return List.of();
        }
        readPartnerSets(reader);
        List<Mapping> rows = reader.mappings("entries");
        reader.required("entries", rows.stream().findFirst());
        reader.rejectOtherKeys();
        FindingReporter findingReporter = baseline.child("an entry", "entries");
        return rows.stream()
                .flatMap(row -> entry(row, findingReporter).stream())
                .toList();
    }

    private Optional<KnownViolation> entry(Mapping row, FindingReporter findingReporter) {
        MappingReader reader = new MappingReader(row, findingReporter);
        Optional<RuleInfo> rule =
                reader.required("rule", text(reader, "rule")).flatMap(id -> rule(id, findingReporter.at("rule")));
        Optional<String> server = text(reader, "server").map(Located::value);
        Optional<Located<String>> keyPath = reader.required("keyPath", text(reader, "keyPath"));
        Optional<Located<String>> value = reader.required("value", text(reader, "value"));
        Optional<Located<String>> topic = text(reader, "topic");
        // An entry without the key is of the earlier form, even in a file that two versions have written.
        Optional<List<Partner>> partners = reader.entry("partners")
                .map(entry -> partners(reader, "partners", findingReporter))
                .or(() -> text(reader, "partnerSet").map(name -> partnerSet(name, findingReporter.at("partnerSet"))));
        reader.rejectOtherKeys();
        return rule.isEmpty() || keyPath.isEmpty() || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new KnownViolation(
                        rule.get(),
                        server,
                        keyPath.get().value(),
                        value.get().value(),
                        topic.map(Located::value).orElse(""),
                        partners,
                        row.place()));
    }

    /** Lists of partners that entries share, by name. */
    private void readPartnerSets(MappingReader reader) {
        reader.entry("partnerSets").ifPresent(entry -> {
            if (entry.value() instanceof Mapping sets) {
                FindingReporter findingReporter = baseline.child("the partner sets", "partnerSets");
                MappingReader setReader = new MappingReader(sets, findingReporter);
                sets.entries()
                        .forEach(set -> partnerSets.put(set.name(), partners(setReader, set.name(), findingReporter)));
            } else {
                reader.wrongKind(entry, entry.value(), "a mapping");
            }
        });
    }

    private List<Partner> partners(MappingReader reader, String key, FindingReporter findingReporter) {
        return List.copyOf(reader.mappings(key).stream()
                .flatMap(partner -> partner(partner, findingReporter.child("a partner", key)).stream())
                .toList());
    }

    private List<Partner> partnerSet(Located<String> name, FindingReporter findingReporter) {
        @Nullable List<Partner> partners = partnerSets.get(name.value());
        if (partners == null) {
            String what = "There is no set \"" + name.value() + "\" under \"partnerSets\".";
            findingReporter.report(INVALID_VALUE, name, what, Suggestions.advice(name.value(), partnerSets.keySet()));
            return List.of();
        }
        return partners;
    }

    private Optional<Partner> partner(Mapping row, FindingReporter findingReporter) {
        MappingReader reader = new MappingReader(row, findingReporter);
        Optional<Located<String>> name = reader.required("name", text(reader, "name"));
        Optional<Located<String>> value = reader.required("value", text(reader, "value"));
        reader.rejectOtherKeys();
        return name.flatMap(known -> value.map(looked -> Partner.of(known.value(), looked.value())));
    }

    private Optional<RuleInfo> rule(Located<String> id, FindingReporter findingReporter) {
        Optional<RuleInfo> rule = RuleRegistry.find(id.value());
        if (rule.isEmpty()) {
            String advice = Suggestions.advice(id.value(), RuleRegistry.excusableIds());
            findingReporter.report(INVALID_VALUE, id, "There is no rule \"" + id.value() + "\".", advice);
        } else if (!rule.get().excusable()) {
            String what = "What \"" + id.value() + "\" finds cannot be recorded.";
            findingReporter.report(INVALID_VALUE, id, what, "Remove the entry, and mend what it is about.");
        }
        return rule.filter(RuleInfo::excusable);
    }

    /** Returns the unmodified text: its blanks are significant when values are compared. */
    private static Optional<Located<String>> text(MappingReader reader, String key) {
        return reader.entry(key).flatMap(entry -> {
            if (entry.value() instanceof Scalar scalar) {
                return Optional.of(new Located<>(scalar.text(), scalar.place(), scalar.written()));
            }
            reader.wrongKind(entry, entry.value(), "text");
            return Optional.empty();
        });
    }
}
