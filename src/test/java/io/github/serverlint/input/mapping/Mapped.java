package io.github.serverlint.input.mapping;

import io.github.serverlint.Sample;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Results of a mapping on files of a test, as lines that can be compared. */
record Mapped(MappedRecords records) {
    private static final String FOLDER = "lab";

    /** Files are those of the folder {@code lab}, by their path in it. */
    static Mapped by(MappingFile mapping, Map<String, String> files) {
        List<YamlFile> read = new ArrayList<>();
        new TreeMap<>(files)
                .forEach((path, text) ->
                        read.add(YamlReader.read(new SourceFile(FOLDER + "/" + path, text).foundAt(path, true))));
        return new Mapped(mapping.records(List.of(FOLDER), read));
    }

    static Mapped by(String mapping, Map<String, String> files) {
        return by(MappingFile.read(new SourceFile("my.yaml", mapping), Sample.CATALOG), files);
    }

    static Mapped shipped(String layout, Map<String, String> files) {
        return by(MappingFile.shipped(layout, Sample.CATALOG).orElseThrow(), files);
    }

    /** The fields of all servers, without those that are missing. */
    List<String> fields() {
        return records.servers().stream()
                .flatMap(server -> server.fields().stream()
                        .filter(field -> field.state() != FieldConfidence.MISSING)
                        .map(field -> line(server, field)))
                .toList();
    }

    /** Everything: the fields, each with the way that its value came, the notices, and the findings. */
    List<String> described() {
        List<String> lines = new ArrayList<>();
        records.servers()
                .forEach(server -> server.fields().stream()
                        .filter(field -> field.state() != FieldConfidence.MISSING)
                        .forEach(field -> {
                            lines.add(line(server, field));
                            field.steps().forEach(point -> lines.add("  " + point.place() + " " + point.note()));
                        }));
        lines.addAll(notices());
        lines.addAll(findings());
        return lines;
    }

    List<String> names() {
        return records.servers().stream().map(server -> server.name().value()).toList();
    }

    Field field(String server, String name) {
        return records.servers().stream()
                .filter(each -> each.name().value().equals(server))
                .flatMap(each -> each.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> notices() {
        return records.notices().stream().map(Notice::toString).toList();
    }

    List<String> findings() {
        return records.findings().stream()
                .map(finding -> finding.span() + ": " + finding.severity().word() + ": " + finding.message())
                .toList();
    }

    private static String line(ServerRecord server, Field field) {
        return server.name().value() + " " + field.name() + " = "
                + field.value().map(Mapped::text).orElse("") + " " + field.state()
                + (field.detail().isEmpty() ? "" : " (" + field.detail() + ")") + " at "
                + field.place().line() + ":" + field.place().column() + " by " + field.attempt();
    }

    private static String text(Node node) {
        return node instanceof Sequence sequence
                ? sequence.items().stream().map(Mapped::text).collect(Collectors.joining(", ", "[", "]"))
                : ((Scalar) node).text();
    }
}
