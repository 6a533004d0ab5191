package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_FEATURE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_KEY;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.estate.Step.ProductRelease;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reader of migrations. A step is a mapping with one verb, and other keys that belong to the verb. */
final class MigrationReader {
    private final Catalog catalog;
    private final InstallationReader installations;
    private final ServerReader servers;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    MigrationReader(Catalog catalog, ServerReader servers) {
        this.catalog = catalog;
        this.installations = new InstallationReader(catalog);
        this.servers = servers;
        verbs.put("back-up", step -> step.object().map(server -> new Step.BackUp(step.place(), server)));
        verbs.put(
                "prepare",
                step -> step.both(
                        "with",
                        (forest, with) ->
                                preparation(with, step).map(known -> new Step.Prepare(step.place(), forest, known))));
        verbs.put(
                "upgrade",
                step -> step.both(
                        "to",
                        (server, to) -> release(to, step).map(known -> new Step.Upgrade(step.place(), server, known))));
        verbs.put(
                "install",
                step -> step.both(
                        "on",
                        (release, server) ->
                                release(release, step).map(known -> new Step.Install(step.place(), known, server))));
        verbs.put(
                "remove",
                step -> step.both(
                        "from",
                        (what, server) ->
                                removable(what, step).map(known -> new Step.Remove(step.place(), known, server))));
        verbs.put(
                "enable",
                step -> step.both(
                        "on",
                        (feature, server) ->
                                feature(feature, step).map(known -> new Step.Enable(step.place(), known, server))));
        verbs.put(
                "disable",
                step -> step.both(
                        "on",
                        (feature, server) ->
                                feature(feature, step).map(known -> new Step.Disable(step.place(), known, server))));
        verbs.put(
                "raise",
                step -> step.both(
                        "to",
                        (forest, level) -> functionalLevel(level, step)
                                .map(known -> new Step.Raise(step.place(), forest, known))));
        verbs.put("add", step -> step.definition().map(server -> new Step.Add(step.place(), server)));
        verbs.put(
                "move-mailboxes",
                step -> step.both("to", (from, to) -> Optional.of(new Step.MoveMailboxes(step.place(), from, to))));
        verbs.put("reinstall", step -> step.definition().map(server -> new Step.Reinstall(step.place(), server)));
        verbs.put("decommission", step -> step.object().map(server -> new Step.Decommission(step.place(), server)));
    }

    Optional<Migration> migration(Entry entry, FindingReporter migrations) {
        FindingReporter findingReporter = migrations.child("migration \"" + entry.name() + "\"", entry.name());
        if (!NameValidator.accept(entry, findingReporter)) {
            return Optional.empty();
        }
        if (!(entry.value() instanceof Mapping mapping)) {
            findingReporter.report(
                    entry.value().isNull() ? MISSING_VALUE : INVALID_VALUE,
                    entry.key().place(),
                    "The " + findingReporter.what() + " takes a mapping, not "
                            + entry.value().kind() + ".",
                    "Write \"steps\" below its name, and a list of steps below that.");
            return Optional.empty();
        }
        MappingReader reader = new MappingReader(mapping, findingReporter);
        List<Step> steps = new ArrayList<>();
        List<Mapping> items = reader.mappings("steps");
        if (reader.required("steps", reader.entry("steps")).isPresent() && items.isEmpty()) {
            findingReporter.report(
                    MISSING_VALUE,
                    entry.key().place(),
                    "The " + findingReporter.what() + " has no steps.",
                    "Add one, or remove the migration.");
        }
        for (int i = 0; i < items.size(); i++) {
            step(items.get(i), findingReporter.at("steps[" + i + "]")).ifPresent(steps::add);
        }
        reader.entry("notes");
        reader.rejectOtherKeys();
        return Optional.of(new Migration(entry.key().located(), steps));
    }

    private Optional<Step> step(Mapping mapping, FindingReporter findingReporter) {
        List<Entry> named = mapping.entries().stream()
                .filter(entry -> verbs.containsKey(entry.name()))
                .toList();
        if (named.isEmpty()) {
            String first =
                    mapping.entries().isEmpty() ? "" : mapping.entries().get(0).name();
            findingReporter.report(
                    UNKNOWN_KEY,
                    mapping.place(),
                    "A step of " + findingReporter.what() + " has no verb that is known.",
                    Suggestions.advice(first, verbs.keySet()));
            return Optional.empty();
        }
        if (named.size() > 1) {
            findingReporter.report(
                    INVALID_VALUE,
                    named.get(1).key().place(),
                    "A step of " + findingReporter.what() + " has two verbs: \""
                            + named.get(0).name() + "\" and \"" + named.get(1).name() + "\".",
                    "Make two steps of it.");
            return Optional.empty();
        }
        Entry verb = named.get(0);
        StepReader reader = new StepReader(
                mapping, verb, findingReporter.child("step \"" + verb.name() + "\" of " + findingReporter.what(), ""));
        Optional<? extends Step> step =
                Objects.requireNonNull(verbs.get(verb.name())).read(reader);
        reader.rejectOtherKeys();
        return step.map(read -> read);
    }

    private Optional<ProductRelease> release(Located<String> text, StepReader step) {
        return installations.readAnyProduct(text, step.findingReporter);
    }

    private Optional<Located<Term>> preparation(Located<String> text, StepReader step) {
        return TermParser.read(text, catalog.preparations(), INVALID_VALUE, "preparation", step.findingReporter);
    }

    /** A component, or a product by its key or by one of its releases: its id. */
    private Optional<Located<String>> removable(Located<String> text, StepReader step) {
        Optional<String> component = catalog.components().find(text.value()).map(Term::id);
        Optional<String> product = catalog.products().stream()
                .filter(known -> known.id().equalsIgnoreCase(text.value())
                        || known.name().equalsIgnoreCase(text.value())
                        || !(catalog.recognize(known, text.value()) instanceof Recognition.Unrecognized))
                .findFirst()
                .map(Product::id);
        Optional<String> known = component.or(() -> product);
        if (known.isEmpty()) {
            List<String> accepted = new ArrayList<>(catalog.components().ids());
            catalog.products().forEach(each -> accepted.add(each.id()));
            step.findingReporter.report(
                    INVALID_VALUE,
                    text,
                    "\"" + text.value() + "\" in " + step.findingReporter.what()
                            + " is no product and no component that the catalog knows.",
                    Suggestions.advice(text.value(), accepted));
        }
        return known.map(text::with);
    }

    private Optional<Located<Term>> feature(Located<String> text, StepReader step) {
        return TermParser.read(text, catalog.features(), UNKNOWN_FEATURE, "feature", step.findingReporter);
    }

    private Optional<Located<Term>> functionalLevel(Located<String> text, StepReader step) {
        return TermParser.read(
                text, catalog.functionalLevels(), INVALID_VALUE, "functional level", step.findingReporter);
    }

    /** Reads the step of one verb; empty if it is invalid, which was reported. */
    @FunctionalInterface
    private interface Verb {
        Optional<? extends Step> read(StepReader step);
    }

    @FunctionalInterface
    private interface StepFactory {
        Optional<? extends Step> of(Located<String> object, Located<String> complement);
    }

    /** Reader of one step. */
    private final class StepReader extends MappingReader {
        private final Entry first;
        private final Entry verb;
        private final FindingReporter findingReporter;

        StepReader(Mapping mapping, Entry verb, FindingReporter findingReporter) {
            super(mapping, findingReporter);
            this.first = mapping.entries().get(0);
            this.verb = verb;
            this.findingReporter = findingReporter;
        }

        /** The place of the first key of the step. */
        Span place() {
            return first.key().place();
        }

        /** The value of the verb. */
        Optional<Located<String>> object() {
            return text(verb.name());
        }

        /** Reads the value of the verb and that of the preposition it requires. */
        Optional<? extends Step> both(String preposition, StepFactory factory) {
            Optional<Located<String>> object = object();
            Optional<Located<String>> complement = required(preposition, text(preposition));
            return object.isPresent() && complement.isPresent()
                    ? factory.of(object.get(), complement.get())
                    : Optional.<Step>empty();
        }

        /** A server by name, and its definition behind {@code as}. */
        Optional<Server> definition() {
            Optional<Located<String>> name = object();
            Optional<Mapping> as = required("as", mapping("as"));
            return name.flatMap(named -> as.map(mapping -> servers.added(named, mapping, findingReporter)));
        }
    }
}
