package io.github.serverlint.input;

import static io.github.serverlint.finding.ParseRule.UNKNOWN_REFERENCE;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.FindingReporter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Validator of references: every name that the definitions use must be defined. */
final class ReferenceValidator {
    private final FindingReporter document;
    private final KnownNames forests = new KnownNames("forest");
    /** Empty without migrations, since only these refer to servers. */
    private final KnownNames servers = new KnownNames("server");

    private ReferenceValidator(Estate estate, List<Finding> findings) {
        this.document = FindingReporter.document("the definitions", findings);
        estate.forests().forEach(forest -> forest.name().ifPresent(forests::add));
        if (!estate.migrations().isEmpty()) {
            estate.servers().forEach(server -> servers.add(server.name()));
        }
    }

    static void check(Estate estate, List<Finding> findings) {
        ReferenceValidator referenceValidator = new ReferenceValidator(estate, findings);
        for (Server server : estate.servers()) {
            server.forest()
                    .filter(name -> !referenceValidator.forests.has(name.value()))
                    .ifPresent(name -> referenceValidator.forests.report(
                            name, referenceValidator.document.server(server.serverName(), server.keyPath("forest"))));
        }
        estate.migrations().forEach(referenceValidator::check);
    }

    /** The defined names of one kind. */
    private static final class KnownNames {
        /**
         * Limit on the names compared for suggestions, and on the unknown names that get suggestions; more would be too
         * slow.
         */
        private static final int MAX_COMPARED = 1000;

        private static final int MAX_SCOPES = 3;

        private final String what;
        private final @Nullable KnownNames others;
        private final Map<String, String> names = new TreeMap<>();
        private final Map<String, List<String>> near = new HashMap<>();

        KnownNames(String what) {
            this(what, null);
        }

        private KnownNames(String what, @Nullable KnownNames others) {
            this.what = what;
            this.others = others;
        }

        /** These names, and further ones that are added without changing this instance. */
        KnownNames extended() {
            return new KnownNames(what, this);
        }

        void add(Located<String> name) {
            names.put(Estate.folded(name.value()), name.value());
            near.clear();
        }

        boolean has(String name) {
            return names.containsKey(Estate.folded(name)) || (others != null && others.has(name));
        }

        private Stream<String> all() {
            return others == null ? names.values().stream() : Stream.concat(names.values().stream(), others.all());
        }

        /** The names that are most alike, or those that have it in some scope. */
        private List<String> nearest(String wanted) {
            String inScope = "/" + Estate.folded(wanted);
            List<String> scoped = all().filter(known -> Estate.folded(known).endsWith(inScope))
                    .limit(MAX_SCOPES)
                    .toList();
            return scoped.isEmpty()
                    ? Suggestions.to(wanted, all().limit(MAX_COMPARED).toList())
                    : scoped;
        }

        void report(Located<String> name, FindingReporter findingReporter) {
            RunMonitor.checkInterrupted();
            List<String> nearest = near.size() < MAX_COMPARED
                    ? near.computeIfAbsent(name.value(), this::nearest)
                    : near.getOrDefault(name.value(), List.of());
            findingReporter.report(
                    UNKNOWN_REFERENCE,
                    name,
                    "The " + what + " \"" + name.value() + "\" of " + findingReporter.what() + " is defined nowhere.",
                    nearest.isEmpty()
                            ? "Define it under \"" + what + "s\", in this file or another."
                            : Suggestions.advice(name.value(), nearest));
        }
    }

    private void check(Migration migration) {
        RunMonitor.checkInterrupted();
        KnownNames knownNames = servers.extended();
        Set<String> decommissioned = new HashSet<>();
        for (int i = 0; i < migration.steps().size(); i++) {
            Step step = migration.steps().get(i);
            String name = migration.name().value();
            FindingReporter findingReporter =
                    document.child("migration \"" + name + "\"", "migrations." + name + ".steps[" + i + "]");
            for (Located<String> server : step.servers()) {
                if (decommissioned.contains(Estate.folded(server.value()))) {
                    findingReporter.report(
                            UNKNOWN_REFERENCE,
                            server,
                            "The server \"" + server.value() + "\" of " + findingReporter.what()
                                    + " is decommissioned by an earlier step.",
                            "Put this step before that one, or remove it.");
                } else if (!migration.decommissions(server.value())) {
                    // A server that the migration decommissions may already be removed from the definitions.
                    requireDefined(knownNames, server, findingReporter);
                }
            }
            step.forests().forEach(forest -> requireDefined(forests, forest, findingReporter));
            if (step instanceof Step.Add added) {
                // Later steps may refer to it.
                knownNames.add(added.server().name());
                decommissioned.remove(Estate.folded(added.server().name().value()));
            } else if (step instanceof Step.Decommission decommission) {
                decommissioned.add(Estate.folded(decommission.server().value()));
            }
        }
    }

    private static void requireDefined(KnownNames knownNames, Located<String> name, FindingReporter findingReporter) {
        if (!knownNames.has(name.value())) {
            knownNames.report(name, findingReporter);
        }
    }
}
