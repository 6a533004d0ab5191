package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.input.nativeformat.TermParser;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forests inferred from the servers of another layout. The first server that names a forest defines it, unless a native
 * document does.
 */
final class InferredForests {
    private static final String LEVEL = "forest.functional-level";

    private final Catalog catalog;
    private final LoadedFile loadedFile;
    private final Map<String, Forest> forests = new LinkedHashMap<>();
    /** Cache: many servers get their level from the same place. */
    private final Map<Span, Optional<Located<Term>>> levels = new HashMap<>();

    private final Set<Span> withoutForest = new HashSet<>();

    InferredForests(Catalog catalog, LoadedFile loadedFile) {
        this.catalog = catalog;
        this.loadedFile = loadedFile;
    }

    /**
     * Infers the forests of the servers that were read.
     *
     * @param defined the normalized names of forests with a native definition
     */
    void add(Set<String> defined) {
        for (int i = 0; i < loadedFile.servers().size(); i++) {
            Server server = loadedFile.servers().get(i);
            Optional<Located<Term>> level = level(loadedFile.records().get(i), server);
            if (server.forest().isEmpty()) {
                level.map(Located::place)
                        .filter(withoutForest::add)
                        .ifPresent(place -> loadedFile
                                .notices()
                                .add(Notice.at(
                                        place,
                                        server.quoted()
                                                + " names no forest, so this functional level was not judged.")));
                continue;
            }
            Located<String> name = server.forest().get();
            String folded = Estate.folded(name.value());
            if (!defined.contains(folded)) {
                forests.merge(
                        folded, new Forest(Optional.of(name), level, Optional.empty(), Optional.empty()), this::merge);
            }
        }
        loadedFile.forests().addAll(forests.values());
    }

    /** Merges what two servers declare about the same forest. */
    private Forest merge(Forest first, Forest again) {
        Optional<Located<Term>> second = again.functionalLevel();
        if (first.functionalLevel().isEmpty()) {
            return second.map(first::at).orElse(first);
        }
        Located<Term> earlier = first.functionalLevel().get();
        second.filter(level -> !level.value().equals(earlier.value()))
                .ifPresent(level -> loadedFile
                        .findings()
                        .add(Finding.at(
                                        INVALID_VALUE.info(),
                                        level,
                                        "\"" + level.value().name() + "\" contradicts \""
                                                + earlier.value().name()
                                                + "\" as functional level of " + first.described()
                                                + ", which was judged.")
                                .keyPath("forests." + first.name().orElseThrow().value() + ".functional-level")
                                .fix("Keep the one that is right.")
                                .related(earlier.place(), "the other stands here")
                                .build(Severity.WARNING)));
        return first;
    }

    private Optional<Located<Term>> level(ServerRecord found, Server server) {
        Optional<Scalar> text = found.fields().stream()
                .filter(field -> field.name().equals(LEVEL))
                .filter(field -> field.state() == FieldConfidence.KNOWN || field.state() == FieldConfidence.WEAK)
                .map(Field::value)
                .flatMap(Optional::stream)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .findFirst();
        return text.flatMap(level -> levels.computeIfAbsent(level.place(), place -> read(level, server)));
    }

    private Optional<Located<Term>> read(Scalar level, Server server) {
        FindingReporter findingReporter = FindingReporter.document("the definitions", loadedFile.findings())
                .child("\"servers\"", "servers")
                .server(server.serverName(), server.name().value())
                .at(LEVEL);
        return TermParser.read(
                level.located(), catalog.functionalLevels(), INVALID_VALUE, "functional level", findingReporter);
    }
}
