package io.github.serverlint.fuzz;

import io.github.serverlint.Sample;
import io.github.serverlint.plan.EraEstates;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The documents of an estate, as what they say: a sample or a drawn one, with a few things put in the place of others. */
public final class MadeEstate {
    private static final List<Node> SAMPLES = Sample.all().stream()
            .flatMap(sample -> YamlReader.read(sample.file()).documents().stream())
            .filter(MadeEstate::isOrdinary)
            .toList();
    /** What somewhere stands behind a key. */
    private static final Map<String, List<Node>> VALUES = new LinkedHashMap<>();

    /** What may stand in different documents; a document with other keys is left as it is. */
    private static final Set<String> SECTIONS = Set.of("servers", "forests", "migrations");

    static {
        SAMPLES.forEach(MadeEstate::collect);
    }

    private final Random random;

    public MadeEstate(Random random) {
        this.random = random;
    }

    private static void collect(Node node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                VALUES.computeIfAbsent(entry.name(), key -> new ArrayList<>()).add(entry.value());
                collect(entry.value());
            });
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(MadeEstate::collect);
        }
    }

    private static boolean isOrdinary(Node node) {
        return node instanceof Mapping;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** What an estate says; each document is a mapping. */
    public List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        documents.add(oneIn(2) ? any(SAMPLES) : drawn());
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            documents.replaceAll(this::changed);
        }
        return documents;
    }

    private Node drawn() {
        EraEstates.Pair pair = new EraEstates(random.nextLong()).pair();
        return YamlReader.read(new SourceFile("a.yaml", oneIn(2) ? pair.start() : pair.target()))
                .documents()
                .get(0);
    }

    private Node changed(Node node) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            List<Entry> entries = new ArrayList<>(mapping.entries());
            int at = random.nextInt(entries.size());
            Entry entry = entries.get(at);
            switch (random.nextInt(12)) {
                case 0 -> entries.remove(at);
                case 1 -> entries.set(at, new Entry(entry.key(), other(entry)));
                case 2 -> {
                    String key = any(List.copyOf(VALUES.keySet()));
                    // Of two servers with one name, which may differ in capitals, the one that is written first counts.
                    if (mapping.entries().stream().noneMatch(one -> one.name().equalsIgnoreCase(key))) {
                        Scalar named = new Scalar(
                                key, true, entry.key().place(), entry.key().place(), Optional.empty());
                        entries.add(new Entry(named, any(VALUES.get(key))));
                    }
                }
                default -> entries.set(at, new Entry(entry.key(), changed(entry.value())));
            }
            return new Mapping(entries, mapping.place(), mapping.place(), mapping.foreignTag());
        }
        if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
            List<Node> items = new ArrayList<>(sequence.items());
            int at = random.nextInt(items.size());
            items.set(at, changed(items.get(at)));
            return new Sequence(items, sequence.place(), sequence.place(), sequence.foreignTag());
        }
        return node;
    }

    private Node other(Entry entry) {
        List<Node> alike = VALUES.getOrDefault(entry.name(), List.of());
        return alike.isEmpty() || oneIn(3) ? any(VALUES.get(any(List.copyOf(VALUES.keySet())))) : any(alike);
    }

    /** The same estate in more documents: each server, forest and migration is in one of them. */
    public List<Node> divided(Node document) {
        Mapping mapping = (Mapping) document;
        boolean divisible = mapping.entries().stream()
                .allMatch(entry -> SECTIONS.contains(entry.name()) && entry.value() instanceof Mapping);
        if (!divisible || mapping.entries().isEmpty() || oneIn(3)) {
            return List.of(document);
        }
        List<Map<String, List<Entry>>> parts = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            parts.add(new LinkedHashMap<>());
        }
        for (Entry section : mapping.entries()) {
            List<Entry> members = ((Mapping) section.value()).entries();
            if (members.isEmpty()) {
                return List.of(document);
            }
            members.forEach(member -> any(parts)
                    .computeIfAbsent(section.name(), name -> new ArrayList<>())
                    .add(member));
        }
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part(mapping, part))
                .toList();
    }

    private static Node part(Mapping document, Map<String, List<Entry>> sections) {
        List<Entry> entries = new ArrayList<>();
        sections.forEach((name, members) -> {
            Entry section = document.entry(name).orElseThrow();
            entries.add(new Entry(
                    section.key(),
                    new Mapping(
                            members, section.value().place(), section.value().place(), Optional.empty())));
        });
        return new Mapping(entries, document.place(), document.place(), Optional.empty());
    }
}
