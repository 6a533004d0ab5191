package io.github.serverlint.report.html;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Index of findings by server and by migration step. */
final class FindingIndex {
    private final List<ReportedFinding> entries;
    /** Keyed by identity, because comparing results by value would be expensive. */
    private final IdentityHashMap<ModuleResult, Map<String, List<ReportedFinding>>> ofServer = new IdentityHashMap<>();

    private final IdentityHashMap<ModuleResult, Set<String>> undecided = new IdentityHashMap<>();
    private final IdentityHashMap<SourceFile, Map<Integer, List<ReportedFinding>>> ofLine = new IdentityHashMap<>();

    FindingIndex(ReportModel reportModel) {
        entries = reportModel.entries();
        for (ReportedFinding entry : entries) {
            Finding finding = entry.finding();
            finding.server()
                    .ifPresent(server -> ofServer.computeIfAbsent(entry.part(), moduleResult -> new HashMap<>())
                            .computeIfAbsent(Estate.folded(server), name -> new ArrayList<>())
                            .add(entry));
            ofLine.computeIfAbsent(finding.span().file(), file -> new HashMap<>())
                    .computeIfAbsent(finding.span().line(), line -> new ArrayList<>())
                    .add(entry);
        }
        for (ModuleResult moduleResult : reportModel.parts()) {
            undecided.put(
                    moduleResult,
                    Stream.concat(
                                    moduleResult.result().undecided().stream().map(NotJudged::server),
                                    moduleResult.unjudged().stream().map(ReportedServer::name))
                            .map(Estate::folded)
                            .collect(Collectors.toSet()));
        }
    }

    List<ReportedFinding> entries() {
        return entries;
    }

    /** Returns the findings about a server, open findings first, by descending severity. */
    List<ReportedFinding> of(ModuleResult moduleResult, Server server) {
        return ofServer
                .getOrDefault(moduleResult, Map.of())
                .getOrDefault(Estate.folded(server.name().value()), List.of())
                .stream()
                .sorted(Comparator.comparing(entry -> WorstFinding.of(entry.finding()), Comparator.reverseOrder()))
                .toList();
    }

    /** Tells whether something of a server could not be checked for lack of data. */
    boolean isUndecided(ModuleResult moduleResult, Server server) {
        return undecided
                .getOrDefault(moduleResult, Set.of())
                .contains(Estate.folded(server.name().value()));
    }

    /** Tells whether there is a parse error under a key of a server. */
    boolean isUnread(ModuleResult moduleResult, Server server, String key) {
        String path = server.keyPath(key);
        return of(moduleResult, server).stream()
                .map(ReportedFinding::finding)
                .anyMatch(finding -> finding.rule().reading()
                        && (finding.keyPath().equals(path) || finding.keyPath().startsWith(path + ".")));
    }

    /** Returns the findings at a step: at its start, and parse errors on its line. */
    List<ReportedFinding> of(Step step) {
        Map<Integer, List<ReportedFinding>> lines =
                ofLine.getOrDefault(step.place().file(), Map.of());
        return lines.getOrDefault(step.place().line(), List.of()).stream()
                // Steps in flow style may share a line.
                .filter(entry -> entry.finding().span().column() == step.place().column()
                        || entry.finding().rule().reading())
                .toList();
    }

    static WorstFinding worst(List<ReportedFinding> entries) {
        return WorstFinding.of(entries.stream().map(ReportedFinding::finding));
    }
}
