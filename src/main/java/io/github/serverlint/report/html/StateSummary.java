package io.github.serverlint.report.html;

import io.github.serverlint.analysis.ReplayedMigration.SubjectState;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.ClusterMembership;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Summary of the state of a server or a forest, and of its changes since another state. */
final class StateSummary {
    static final String GONE = "not there";

    private StateSummary() {}

    static List<String> of(SubjectState subjectState) {
        return subjectState.ofForest() ? ofForest(subjectState.forest()) : of(subjectState.server());
    }

    /** Returns what is installed on a server and its roles. */
    static List<String> of(Optional<Server> server) {
        List<String> words = new ArrayList<>();
        if (server.isEmpty()) {
            words.add(GONE);
            return words;
        }
        Server there = server.get();
        for (Installation installed : there.installations().values()) {
            words.add(installed.name() + (installed.isSetupInProgress() ? " (setup in progress)" : ""));
        }
        there.roles().forEach(role -> words.add(role.value().name()));
        there.features().forEach(feature -> words.add(feature.value().name()));
        there.components().forEach(component -> words.add(component.value().name()));
        there.cluster()
                .flatMap(ClusterMembership::name)
                .ifPresent(cluster -> words.add("in the cluster " + cluster.value()));
        if (words.isEmpty()) {
            words.add("nothing known");
        }
        return words;
    }

    /** Returns the levels and preparations of a forest. */
    static List<String> ofForest(Optional<Forest> forest) {
        List<String> words = new ArrayList<>();
        if (forest.isEmpty()) {
            words.add(GONE);
            return words;
        }
        Forest there = forest.get();
        there.functionalLevel()
                .ifPresent(level -> words.add("level " + level.value().name()));
        there.domainMode().ifPresent(mode -> words.add(KebabCase.of(mode.value()) + " mode"));
        List<Located<Term>> done = new ArrayList<>();
        there.prepared().ifPresent(declared -> done.addAll(declared.done()));
        done.addAll(there.preparedSince());
        Set<String> names = new LinkedHashSet<>();
        done.forEach(preparation -> names.add(preparation.value().name()));
        words.addAll(names);
        if (words.isEmpty()) {
            words.add("nothing known");
        }
        return words;
    }

    /** Writes a state with its differences from the one before marked as deleted and inserted. */
    static void write(HtmlWriter htmlWriter, List<String> before, List<String> after) {
        List<String> lost =
                before.stream().filter(word -> !after.contains(word)).toList();
        boolean first = true;
        boolean told = false;
        for (String word : after) {
            boolean gained = !before.contains(word);
            if (gained && !told) {
                first = writeLost(htmlWriter, lost, first);
                told = true;
            }
            separate(htmlWriter, first).element(gained ? "ins" : "span", word);
            first = false;
        }
        if (!told) {
            writeLost(htmlWriter, lost, first);
        }
    }

    private static boolean writeLost(HtmlWriter htmlWriter, List<String> lost, boolean first) {
        boolean begins = first;
        for (String word : lost) {
            separate(htmlWriter, begins).element("del", word);
            begins = false;
        }
        return begins;
    }

    private static HtmlWriter separate(HtmlWriter htmlWriter, boolean first) {
        return first ? htmlWriter : htmlWriter.text(", ");
    }
}
