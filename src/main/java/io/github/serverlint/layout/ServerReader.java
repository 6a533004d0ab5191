package io.github.serverlint.layout;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;
import static io.github.serverlint.finding.ReadingRule.MISSING_VALUE;
import static io.github.serverlint.finding.ReadingRule.UNKNOWN_FEATURE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.estate.Cluster;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a server, and the defaults that stand in for what it does not say. */
final class ServerReader {
    private final Catalog catalog;
    private final List<Finding> findings;
    private final InstallationReader installations;

    ServerReader(Catalog catalog, List<Finding> findings) {
        this.catalog = catalog;
        this.findings = findings;
        this.installations = new InstallationReader(catalog, findings);
    }

    /**
     * The keys that a mapping sets, read. A key that is set but could not be read is in {@code keys} alone, so that a
     * default does not stand in for it.
     */
    record Settings(
            Set<String> keys,
            Map<String, Installation> installations,
            List<Located<Term>> roles,
            List<Located<Term>> features,
            List<Located<Term>> components,
            Optional<Cluster> cluster,
            Optional<Located<String>> forest) {

        static final Settings NONE =
                new Settings(Set.of(), Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

        boolean sets(String key) {
            return keys.contains(key);
        }

        /** The same settings on a server that inherits them. */
        Settings usedAt(Span user) {
            Map<String, Installation> moved = new LinkedHashMap<>();
            installations.forEach((product, installation) -> moved.put(product, installation.usedAt(user)));
            return new Settings(
                    keys,
                    moved,
                    usedAt(roles, user),
                    usedAt(features, user),
                    usedAt(components, user),
                    cluster.map(found -> found.usedAt(user)),
                    forest.map(found -> found.usedAt(user)));
        }

        private static List<Located<Term>> usedAt(List<Located<Term>> terms, Span user) {
            return terms.stream().map(term -> term.usedAt(user)).toList();
        }
    }

    /** @param what how messages name the mapping */
    Settings settings(Mapping mapping, String what, String keyPath) {
        MappingReader reader = new MappingReader(mapping, what, keyPath, findings);
        Map<String, Installation> installed = new LinkedHashMap<>();
        for (Product product : catalog.products()) {
            installations
                    .read(product, reader, what, keyPath + "." + product.key())
                    .ifPresent(found -> installed.put(product.id(), found));
        }
        List<Located<Term>> roles = terms(reader, "roles", catalog.roles(), INVALID_VALUE, "role", keyPath);
        List<Located<Term>> features =
                switchedOn(reader, "features", catalog.features(), UNKNOWN_FEATURE, "feature", keyPath);
        List<Located<Term>> components =
                switchedOn(reader, "components", catalog.components(), INVALID_VALUE, "component", keyPath);
        Optional<Cluster> cluster = cluster(reader, what, keyPath + ".cluster");
        Optional<Located<String>> forest = reader.text("forest");
        reader.entry("notes");
        reader.rejectOtherKeys();
        Set<String> keys = new LinkedHashSet<>();
        mapping.entries().forEach(entry -> keys.add(entry.name()));
        return new Settings(keys, installed, roles, features, components, cluster, forest);
    }

    /** A server under {@code servers}; empty if it is no mapping at all. */
    Optional<Server> server(Entry entry, Settings defaults) {
        String what = "server \"" + entry.name() + "\"";
        String keyPath = "servers." + entry.name();
        Node value = entry.value();
        Settings own;
        if (value instanceof Mapping mapping) {
            own = settings(mapping, what, keyPath);
        } else if (value.isNull() && !defaults.keys().isEmpty()) {
            own = Settings.NONE;
        } else {
            findings.add((value.isNull()
                            ? Finding.reading(
                                    MISSING_VALUE, entry.key().place(), "The " + what + " has nothing below it.")
                            : Finding.reading(
                                    INVALID_VALUE,
                                    value.place(),
                                    "The " + what + " is a mapping, not " + value.kind() + "."))
                    .about(entry.name())
                    .keyPath(keyPath)
                    .fix("Write its keys below its name, such as os and exchange.")
                    .build());
            return Optional.empty();
        }
        return Optional.of(server(entry.key().located(), own, defaults));
    }

    /** A server that a migration brings in. */
    Server added(Located<String> name, Mapping mapping, String keyPath) {
        return server(name, settings(mapping, "server \"" + name.value() + "\"", keyPath), Settings.NONE);
    }

    private Server server(Located<String> name, Settings own, Settings defaults) {
        Settings inherited = defaults.usedAt(name.place());
        Map<String, Installation> installed = new LinkedHashMap<>();
        for (Product product : catalog.products()) {
            Settings from = own.sets(product.key()) ? own : inherited;
            Optional.ofNullable(from.installations().get(product.id()))
                    .ifPresent(found -> installed.put(product.id(), found));
            if (product.isPlatform() && !from.sets(product.key())) {
                missingWindows(name, product);
            }
        }
        return new Server(
                name,
                installed,
                (own.sets("roles") ? own : inherited).roles(),
                (own.sets("features") ? own : inherited).features(),
                (own.sets("components") ? own : inherited).components(),
                (own.sets("cluster") ? own : inherited).cluster(),
                (own.sets("forest") ? own : inherited).forest());
    }

    private void missingWindows(Located<String> name, Product windows) {
        findings.add(
                Finding.at(MISSING_VALUE.info(), name, "\"" + name.value() + "\" does not say which Windows it runs.")
                        .about(name.value())
                        .keyPath("servers." + name.value() + "." + windows.key())
                        .because("Without it nothing that runs on the server can be judged.")
                        .fix("Add the key \"" + windows.key() + "\".")
                        .build());
    }

    private List<Located<Term>> terms(
            MappingReader reader, String key, Vocabulary vocabulary, ReadingRule unknown, String what, String keyPath) {
        return reader.texts(key).stream()
                .flatMap(text -> Words.read(text, vocabulary, unknown, what, keyPath + "." + key, findings).stream())
                .toList();
    }

    /** A list of what is there, or a mapping that says true or false of each. */
    private List<Located<Term>> switchedOn(
            MappingReader reader, String key, Vocabulary vocabulary, ReadingRule unknown, String what, String keyPath) {
        Optional<Entry> entry = reader.entry(key);
        if (entry.isEmpty() || !(entry.get().value() instanceof Mapping mapping)) {
            return entry.isEmpty() ? List.of() : terms(reader, key, vocabulary, unknown, what, keyPath);
        }
        MappingReader switches = new MappingReader(mapping, "\"" + key + "\"", keyPath + "." + key, findings);
        List<Located<Term>> on = new ArrayList<>();
        for (Entry each : mapping.entries()) {
            Optional<Located<Term>> term =
                    Words.read(each.key().located(), vocabulary, unknown, what, keyPath + "." + key, findings);
            Optional<Located<Boolean>> state = switches.flag(each.name());
            if (state.isPresent() && state.get().value()) {
                term.ifPresent(on::add);
            }
        }
        return on;
    }

    private Optional<Cluster> cluster(MappingReader reader, String what, String keyPath) {
        Optional<Entry> entry = reader.entry("cluster");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Span place = entry.get().value().place();
        if (!(entry.get().value() instanceof Mapping mapping)) {
            // The name alone.
            return reader.text("cluster")
                    .map(name -> new Cluster(Optional.of(name), Optional.empty(), Optional.empty(), place));
        }
        MappingReader cluster = new MappingReader(mapping, "\"cluster\" of " + what, keyPath, findings);
        Optional<Located<String>> name = cluster.text("name");
        Optional<Located<Integer>> nodes = cluster.text("nodes").flatMap(text -> count(text, keyPath + ".nodes"));
        Optional<Located<Cluster.Mode>> mode =
                Words.read(cluster.text("mode"), Cluster.Mode.class, "cluster mode", keyPath + ".mode", findings);
        cluster.rejectOtherKeys();
        return Optional.of(new Cluster(name, nodes, mode, place));
    }

    private Optional<Located<Integer>> count(Located<String> text, String keyPath) {
        if (text.value().matches("[1-9][0-9]{0,3}")) {
            return Optional.of(text.with(Integer.valueOf(text.value())));
        }
        findings.add(Finding.at(INVALID_VALUE.info(), text, "\"" + text.value() + "\" is no number of nodes.")
                .keyPath(keyPath)
                .fix("Write a whole number from 1 on.")
                .build());
        return Optional.empty();
    }
}
