package io.github.serverlint.input.mapping;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source of a mapping: which files hold servers, and how to find them there.
 *
 * @param place the place of {@code files} in the mapping
 * @param files Ant patterns, relative to the linted folder
 * @param path matches the path of a file; its named groups are parts of the path
 * @param select selectors of the records in a document; if empty, the document is the record
 * @param selectPlace the place of {@code select} in the mapping
 * @param expect what makes a machine one that should run a product, by product
 * @param datum the path of {@code Datum.yml}, whose layers count instead of {@code layers} if it lists any
 * @param repeats whether records of one name are one machine, of which each may say something
 * @param meantFor whom what a group says of some variables is meant for
 * @param playbook the folder of an Ansible playbook, whose variables are read too
 * @param scope what the names of its machines are unique in, such as a namespace; empty if it is the whole estate
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
        Map<Product, List<Requirement>> expect,
        List<Inherit> inherit,
        boolean repeats,
        List<LayerPathTemplate> layers,
        Map<String, Merge> merge,
        Optional<LayerPathTemplate> datum,
        List<MeantFor> meantFor,
        Optional<String> playbook,
        Optional<FieldRule> scope,
        List<FieldRule> fields) {

    enum ReaderKind {
        YAML,
        ANSIBLE,
        LAYERED
    }

    /** How a key of several layers is merged. */
    enum Merge {
        /** The most specific layer wins. */
        FIRST,
        /** Mappings are merged key by key. */
        DEEP,
        /** Lists are joined without duplicates. */
        UNIQUE
    }

    /**
     * Default values for records.
     *
     * @param file relative to the folder; if empty, the record's own document
     * @param isOptional whether the file may be absent
     */
    record Inherit(Optional<String> file, JsonPath root, boolean isOptional, Span place) {}

    /** The rules of its fields and of the scope. */
    Stream<FieldRule> rules() {
        return Stream.concat(scope.stream(), fields.stream());
    }

    /**
     * Whom a variable is meant for that a group says to hosts of many kinds.
     *
     * @param variables matches the names of the variables
     * @param groups matches the groups of the hosts that it is meant for
     * @param never matches the groups whose hosts it is never meant for unless they are in one of the others too
     */
    record MeantFor(BoundedRegex variables, BoundedRegex groups, Optional<BoundedRegex> never) {}

    /** The files of names and values that its attempts read. */
    Stream<String> sideFiles() {
        return rules().flatMap(field -> field.attempts().stream())
                .map(Attempt::origin)
                .filter(LookupPlace.Side.class::isInstance)
                .map(lookupPlace -> ((LookupPlace.Side) lookupPlace).file());
    }
}
