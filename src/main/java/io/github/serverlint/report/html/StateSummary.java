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
import java.util.List;
import java.util.stream.Stream;

/** Summary of the state of a server or a forest, and of its changes since another state. */
final class StateSummary {
    static final String GONE = "not there";

    private StateSummary() {}

    /** Returns what is on a server, or the level and the preparations of a forest. */
    static List<String> of(SubjectState subjectState) {
        return (subjectState.ofForest()
                        ? subjectState.forest().map(StateSummary::of)
                        : subjectState.server().map(StateSummary::of))
                .map(words -> words.isEmpty() ? List.of("nothing known") : words)
                .orElse(List.of(GONE));
    }

    private static List<String> of(Server server) {
        List<String> words = new ArrayList<>();
        server.possible()
                .values()
                .forEach(possible -> words.add(Installation.either(possible)
                        + (possible.get(0).isSetupInProgress() ? " (setup in progress)" : "")));
        Stream.of(server.roles(), server.features(), server.components())
                .flatMap(List::stream)
                .forEach(term -> words.add(term.value().name()));
        server.cluster()
                .flatMap(ClusterMembership::name)
                .ifPresent(cluster -> words.add("in the cluster " + cluster.value()));
        return words;
    }

    private static List<String> of(Forest forest) {
        List<String> words = new ArrayList<>();
        forest.functionalLevel()
                .ifPresent(level -> words.add("level " + level.value().name()));
        forest.domainMode().ifPresent(mode -> words.add(KebabCase.of(mode.value()) + " mode"));
        List<Located<Term>> done = new ArrayList<>();
        forest.prepared().ifPresent(declared -> done.addAll(declared.done()));
        done.addAll(forest.preparedSince());
        done.stream().map(preparation -> preparation.value().name()).distinct().forEach(words::add);
        return words;
    }

    /**
     * Writes a state with its differences from the one before marked: what is gone is deleted before the first word
     * that is inserted.
     */
    static void write(HtmlWriter html, List<String> before, List<String> after) {
        List<String> words = new ArrayList<>(after);
        int firstGained = 0;
        while (firstGained < after.size() && before.contains(after.get(firstGained))) {
            firstGained++;
        }
        words.addAll(
                firstGained,
                before.stream().filter(word -> !after.contains(word)).toList());
        String separator = "";
        for (String word : words) {
            String tag = !after.contains(word) ? "del" : before.contains(word) ? "span" : "ins";
            html.text(separator).element(tag, word);
            separator = ", ";
        }
    }
}
