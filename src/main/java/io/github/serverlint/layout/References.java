package io.github.serverlint.layout;

import static io.github.serverlint.finding.ReadingRule.UNKNOWN_REFERENCE;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Work;
import io.github.serverlint.yaml.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether what the definitions name is defined in one of them. */
final class References {
    /** So many names are compared with one that is not known; with a whole estate nobody would wait. */
    private static final int MOST_COMPARED = 1000;

    private final Subject document;
    private final Map<String, String> forests = new TreeMap<>();
    /** Empty where there is no migration, which alone speaks of other servers. */
    private final Map<String, String> servers = new TreeMap<>();

    private References(Estate estate, List<Finding> findings) {
        this.document = Subject.document("the definitions", findings);
        estate.forests().forEach(forest -> forest.name().ifPresent(name -> add(forests, name)));
        if (!estate.migrations().isEmpty()) {
            estate.servers().forEach(server -> add(servers, server.name()));
        }
    }

    static void check(Estate estate, List<Finding> findings) {
        References references = new References(estate, findings);
        estate.alike().stream()
                .filter(group -> !references.isDefined(group.first()))
                .flatMap(group -> group.servers().stream())
                .forEach(references::check);
        estate.migrations().forEach(references::check);
    }

    private boolean isDefined(Server server) {
        return server.forestName().map(Estate::folded).map(forests::containsKey).orElse(true);
    }

    private void check(Server server) {
        Work.check();
        server.forest()
                .ifPresent(name -> look(
                        forests, name, "forest", document.server(server.name().value(), server.keyPath("forest"))));
    }

    private void check(Migration migration) {
        Work.check();
        Map<String, String> known = new TreeMap<>(servers);
        Set<String> gone = new HashSet<>();
        for (int i = 0; i < migration.steps().size(); i++) {
            Step step = migration.steps().get(i);
            String name = migration.name().value();
            Subject subject = document.child("migration \"" + name + "\"", "migrations." + name + ".steps[" + i + "]");
            for (Located<String> server : step.servers()) {
                if (gone.contains(Estate.folded(server.value()))) {
                    subject.report(
                            UNKNOWN_REFERENCE,
                            server,
                            "The server \"" + server.value() + "\" of " + subject.what()
                                    + " is decommissioned by an earlier step.",
                            "Put this step before that one, or remove it.");
                } else if (!migration.decommissions(server.value())) {
                    // What it takes out of service may be out of the definitions already.
                    look(known, server, "server", subject);
                }
            }
            step.forests().forEach(forest -> look(forests, forest, "forest", subject));
            if (step instanceof Step.Add added) {
                // From here on the migration may speak of it.
                add(known, added.server().name());
                gone.remove(Estate.folded(added.server().name().value()));
            } else if (step instanceof Step.Decommission decommission) {
                gone.add(Estate.folded(decommission.server().value()));
            }
        }
    }

    private static void add(Map<String, String> names, Located<String> name) {
        names.put(Estate.folded(name.value()), name.value());
    }

    private static void look(Map<String, String> known, Located<String> name, String what, Subject subject) {
        if (known.containsKey(Estate.folded(name.value()))) {
            return;
        }
        List<String> near = Nearest.to(
                name.value(), known.values().stream().limit(MOST_COMPARED).toList());
        subject.report(
                UNKNOWN_REFERENCE,
                name,
                "The " + what + " \"" + name.value() + "\" of " + subject.what() + " is defined nowhere.",
                near.isEmpty()
                        ? "Define it under \"" + what + "s\", in this file or another."
                        : Nearest.advice(name.value(), near));
    }
}
