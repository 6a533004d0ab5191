package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_FEATURE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.estate.ClusterMembership;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reader of servers and their defaults. One instance serves all files of a run, and is thread-safe. */
public final class ServerReader {
    /** Initial capacity: a server has its Windows, and seldom more than two products. */
    private static final int EXPECTED_PRODUCTS = 4;

    private final Catalog catalog;
    private final InstallationReader installations;
    private final Map<ServerSpec, ServerSpec> specs = new ConcurrentHashMap<>();

    public ServerReader(Catalog catalog) {
        this.catalog = catalog;
        this.installations = new InstallationReader(catalog);
    }

    /**
     * The settings of a mapping. A key with an invalid value is in {@code keys} only, so that no default replaces it.
     */
    record Settings(List<String> keys, Places places) {

        static final Settings NONE = new Settings(List.of(), Places.NONE);

        boolean sets(String key) {
            return keys.contains(key);
        }

        /** The same settings on a server that inherits them. */
        Places usedAt(Span user) {
            return keys.isEmpty() ? places : places.usedAt(user);
        }
    }

    /** Reads the settings of a server or of the defaults. */
    Settings settings(Mapping mapping, FindingReporter findingReporter) {
        return settings(mapping, findingReporter, Map.of());
    }

    private Settings settings(Mapping mapping, FindingReporter findingReporter, Map<String, String> wordsOf) {
        MappingReader reader = new MappingReader(mapping, findingReporter);
        Map<String, Installation> installed = new LinkedHashMap<>(EXPECTED_PRODUCTS);
        Map<String, List<Installation>> candidates = new LinkedHashMap<>(0);
        for (Product product : catalog.products()) {
            List<Installation> found = installations.read(
                    product, reader, findingReporter, Optional.ofNullable(wordsOf.get(product.id())));
            if (found.size() == 1) {
                installed.put(product.id(), found.get(0));
            } else if (!found.isEmpty()) {
                candidates.put(product.id(), found);
            }
        }
        List<Located<Term>> roles = new ArrayList<>();
        FindingReporter ofRoles = findingReporter.at("roles");
        reader.texts("roles")
                .forEach(text -> TermParser.read(text, catalog.roles(), INVALID_VALUE, "role", ofRoles)
                        .ifPresent(roles::add));
        List<Located<Term>> features = switchedOn(
                reader, catalog.features(), UNKNOWN_FEATURE, "feature", findingReporter.at("features"), "features");
        List<Located<Term>> components = switchedOn(
                reader,
                catalog.components(),
                INVALID_VALUE,
                "component",
                findingReporter.at("components"),
                "components");
        Optional<ClusterMembership> cluster = cluster(reader, findingReporter);
        Optional<Located<String>> forest = reader.text("forest");
        reader.entry("notes");
        reader.rejectOtherKeys();
        List<String> keys = new ArrayList<>();
        mapping.entries().forEach(entry -> keys.add(entry.name()));
        return new Settings(
                keys, new Places(installed, candidates, List.copyOf(roles), features, components, cluster, forest));
    }

    /** Reads a server under {@code servers}; empty if it is no mapping. */
    Optional<Server> server(Entry entry, Settings defaults, FindingReporter servers) {
        FindingReporter findingReporter = servers.server(entry.name(), entry.name());
        Node value = entry.value();
        if (!NameValidator.accept(entry, findingReporter)) {
            return Optional.empty();
        }
        if (value instanceof Mapping mapping) {
            return Optional.of(
                    server(entry.key().located(), settings(mapping, findingReporter), defaults, findingReporter));
        }
        if (value.isNull() && !defaults.keys().isEmpty()) {
            return Optional.of(server(entry.key().located(), Settings.NONE, defaults, findingReporter));
        }
        findingReporter.report(
                value.isNull() ? MISSING_VALUE : INVALID_VALUE,
                value.isNull() ? entry.key().place() : value.place(),
                "The " + findingReporter.what() + " takes a mapping, not " + value.kind() + ".",
                "Write its keys below its name, such as os and exchange.");
        return Optional.empty();
    }

    /** Reads a server that a migration adds. */
    Server added(Located<String> name, Mapping mapping, FindingReporter step) {
        FindingReporter findingReporter = step.server(name.value(), "as");
        return server(name, settings(mapping, findingReporter), Settings.NONE, findingReporter);
    }

    /**
     * Reads a server found by another layout, which may lack values; the layout checks what it requires.
     *
     * @param wordsOf the list of words that the text of a product's release belongs to, by product id
     */
    public Server recorded(
            Located<ServerName> name, Mapping mapping, FindingReporter findingReporter, Map<String, String> wordsOf) {
        Settings own = settings(mapping, findingReporter, wordsOf);
        return Server.scoped(name, own.places(), this::interned);
    }

    private Server server(Located<String> name, Settings own, Settings defaults, FindingReporter findingReporter) {
        for (Product product : catalog.products()) {
            if (product.isPlatform() && !own.sets(product.id()) && !defaults.sets(product.id())) {
                findingReporter
                        .at(product.id())
                        .report(
                                MISSING_VALUE,
                                name,
                                "\"" + name.value()
                                        + "\" does not say which Windows it runs, so nothing on it can be judged.",
                                "Add the key \"" + product.id() + "\".");
            }
        }
        return joined(name, own, defaults);
    }

    private Server joined(Located<String> name, Settings own, Settings defaults) {
        if (defaults.keys().isEmpty()) {
            return server(name, own.places());
        }
        Places inherited = defaults.usedAt(name.place());
        Map<String, Installation> installed = new LinkedHashMap<>(EXPECTED_PRODUCTS);
        Map<String, List<Installation>> candidates = new LinkedHashMap<>(0);
        for (Product product : catalog.products()) {
            Places from = own.sets(product.id()) ? own.places() : inherited;
            Optional.ofNullable(from.installations().get(product.id()))
                    .ifPresent(found -> installed.put(product.id(), found));
            Optional.ofNullable(from.candidates().get(product.id()))
                    .ifPresent(found -> candidates.put(product.id(), found));
        }
        return server(
                name,
                new Places(
                        installed,
                        candidates,
                        (own.sets("roles") ? own.places() : inherited).roles(),
                        (own.sets("features") ? own.places() : inherited).features(),
                        (own.sets("components") ? own.places() : inherited).components(),
                        (own.sets("cluster") ? own.places() : inherited).cluster(),
                        (own.sets("forest") ? own.places() : inherited).forest()));
    }

    private Server server(Located<String> name, Places places) {
        return new Server(name, places, this::interned);
    }

    private ServerSpec interned(ServerSpec spec) {
        return Objects.requireNonNullElse(specs.putIfAbsent(spec, spec), spec);
    }

    /** Reads a list of present items, or a mapping from each item to true or false. */
    private List<Located<Term>> switchedOn(
            MappingReader reader,
            Vocabulary vocabulary,
            ParseRule unknown,
            String kind,
            FindingReporter findingReporter,
            String key) {
        Optional<Entry> entry = reader.entry(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        Map<Term, Located<Term>> seen = new HashMap<>();
        if (!(entry.get().value() instanceof Mapping mapping)) {
            List<Located<Term>> listed = new ArrayList<>();
            for (Located<String> text : reader.texts(entry.get())) {
                TermParser.read(text, vocabulary, unknown, kind, findingReporter)
                        .filter(term -> isNew(term, seen, findingReporter))
                        .ifPresent(listed::add);
            }
            return List.copyOf(listed);
        }
        MappingReader switches =
                new MappingReader(mapping, findingReporter.child("\"" + key + "\" of " + findingReporter.what(), ""));
        List<Located<Term>> on = new ArrayList<>();
        for (Entry each : mapping.entries()) {
            switches.rejectTag(each.key());
            Optional<Located<Term>> term =
                    TermParser.read(each.key().located(), vocabulary, unknown, kind, findingReporter);
            Optional<Located<Boolean>> state = switches.flag(each.name());
            boolean first =
                    term.filter(known -> isNew(known, seen, findingReporter)).isPresent();
            if (first && state.isPresent() && state.get().value()) {
                term.ifPresent(on::add);
            }
        }
        return on;
    }

    /** Reports a term that is listed twice, also by synonyms. */
    private static boolean isNew(Located<Term> term, Map<Term, Located<Term>> seen, FindingReporter findingReporter) {
        Located<Term> earlier = seen.putIfAbsent(term.value(), term);
        if (earlier != null) {
            findingReporter.report(
                    INVALID_VALUE,
                    term,
                    "\"" + term.value() + "\" is named twice in " + findingReporter.what() + ".",
                    "Keep one of the two, at " + earlier.place() + " or here.");
        }
        return earlier == null;
    }

    private static Optional<ClusterMembership> cluster(MappingReader reader, FindingReporter findingReporter) {
        Optional<Entry> entry = reader.entry("cluster");
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Span place = entry.get().value().place();
        if (!(entry.get().value() instanceof Mapping mapping)) {
            // The name alone.
            return reader.text("cluster")
                    .map(name -> new ClusterMembership(Optional.of(name), Optional.empty(), Optional.empty(), place));
        }
        FindingReporter part = findingReporter.child("\"cluster\" of " + findingReporter.what(), "cluster");
        MappingReader cluster = new MappingReader(mapping, part);
        Optional<Located<String>> name = cluster.text("name");
        Optional<Located<Integer>> nodes = cluster.text("nodes").flatMap(text -> count(text, part.at("nodes")));
        Optional<Located<ClusterMembership.Mode>> mode =
                TermParser.read(cluster.text("mode"), ClusterMembership.Mode.class, "cluster mode", part.at("mode"));
        cluster.rejectOtherKeys();
        return Optional.of(new ClusterMembership(name, nodes, mode, place));
    }

    private static Optional<Located<Integer>> count(Located<String> text, FindingReporter findingReporter) {
        if (text.value().matches("[1-9][0-9]{0,3}")) {
            return Optional.of(text.with(Integer.valueOf(text.value())));
        }
        findingReporter.report(
                INVALID_VALUE,
                text,
                "\"" + text.value() + "\" in " + findingReporter.what() + " is no number of nodes.",
                "Write a whole number from 1 on.");
        return Optional.empty();
    }
}
