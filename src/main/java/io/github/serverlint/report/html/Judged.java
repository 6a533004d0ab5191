package io.github.serverlint.report.html;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.Reported;
import io.github.serverlint.report.Reported.Entry;
import io.github.serverlint.report.Reported.Part;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which findings are about which server, and which about which step. */
final class Judged {
    private final List<Entry> entries;
    /** By part, of which each is itself alone: comparing them would compare all that they hold. */
    private final IdentityHashMap<Part, Map<String, List<Entry>>> ofServer = new IdentityHashMap<>();

    private final IdentityHashMap<Part, Set<String>> undecided = new IdentityHashMap<>();
    private final IdentityHashMap<SourceFile, Map<Integer, List<Entry>>> ofLine = new IdentityHashMap<>();

    Judged(Reported reported) {
        entries = reported.entries();
        for (Entry entry : entries) {
            Finding finding = entry.finding();
            finding.server()
                    .ifPresent(server -> ofServer.computeIfAbsent(entry.part(), part -> new HashMap<>())
                            .computeIfAbsent(Estate.folded(server), name -> new ArrayList<>())
                            .add(entry));
            ofLine.computeIfAbsent(finding.span().file(), file -> new HashMap<>())
                    .computeIfAbsent(finding.span().line(), line -> new ArrayList<>())
                    .add(entry);
        }
        for (Part part : reported.parts()) {
            Set<String> names = new HashSet<>();
            part.result().undecided().stream()
                    .map(NotJudged::server)
                    .map(Estate::folded)
                    .forEach(names::add);
            undecided.put(part, names);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** What is found about a server, open findings first and the worst of them foremost. */
    List<Entry> of(Part part, Server server) {
        return ofServer
                .getOrDefault(part, Map.of())
                .getOrDefault(Estate.folded(server.name().value()), List.of())
                .stream()
                .sorted((a, b) -> verdict(b).compareTo(verdict(a)))
                .toList();
    }

    /** Whether something of a server could not be judged. */
    boolean isUndecided(Part part, Server server) {
        return undecided
                .getOrDefault(part, Set.of())
                .contains(Estate.folded(server.name().value()));
    }

    /** Whether a server says something under a key that could not be read. */
    boolean isUnread(Part part, Server server, String key) {
        String path = server.keyPath(key);
        return of(part, server).stream()
                .map(Entry::finding)
                .anyMatch(finding -> finding.rule().reading()
                        && (finding.keyPath().equals(path) || finding.keyPath().startsWith(path + ".")));
    }

    /** What is found at a step: where it begins, or on the lines that it is written on. */
    List<Entry> of(Step step) {
        Map<Integer, List<Entry>> lines = ofLine.getOrDefault(step.place().file(), Map.of());
        return lines.getOrDefault(step.place().line(), List.of()).stream()
                // Steps in braces may share a line.
                .filter(entry -> entry.finding().span().column() == step.place().column()
                        || entry.finding().rule().reading())
                .toList();
    }

    static Verdict verdict(Entry entry) {
        return Verdict.of(entry.finding());
    }

    static Verdict verdict(List<Entry> entries) {
        return Verdict.of(entries.stream().map(Entry::finding).toList());
    }
}
