package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where servers are kept, and how they are found there.
 *
 * @param place where the mapping speaks of the files
 * @param files Ant patterns, relative to the folder that is linted
 * @param path finds parts of a file's path, by the names of its groups
 * @param select find the records in a document; without any the document is the record
 * @param selectPlace where the mapping says that
 * @param playbook the folder of an Ansible playbook, whose variables count too
 * @param fields in the order of the mapping; {@code name} comes first
 */
record MappingSource(
        ReaderKind reader,
        Span place,
        List<String> files,
        Optional<BoundedRegex> path,
        List<JsonPath> select,
        Span selectPlace,
        List<Requirement> where,
        List<Inherit> inherit,
        List<LayerPathTemplate> layers,
        Map<String, Merge> merge,
        Optional<String> playbook,
        List<FieldRule> fields) {

    enum ReaderKind {
        YAML,
        ANSIBLE,
        LAYERED
    }

    /** What becomes of a key that several layers have. */
    enum Merge {
        /** The most specific layer has it alone. */
        FIRST,
        /** Mappings are put together, key by key. */
        DEEP,
        /** Lists are put together, each item once. */
        UNIQUE
    }

    /**
     * Where values stand that hold for every record which does not say its own.
     *
     * @param file relative to the folder; without it the record's own document
     */
    record Inherit(Optional<String> file, JsonPath root, Span place) {}

    /** The files of names and values that its attempts look into. */
    Stream<String> sideFiles() {
        return fields.stream()
                .flatMap(field -> field.attempts().stream())
                .map(Attempt::origin)
                .filter(ValueOrigin.Side.class::isInstance)
                .map(valueOrigin -> ((ValueOrigin.Side) valueOrigin).file());
    }
}
