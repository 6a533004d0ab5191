package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Analyzer of the changes since a base. It checks each changed server and forest as one transition, unless a declared
 * migration leads from one state to the other: then it checks the migration.
 */
final class ChangeAnalyzer {
    private final RuleEngine ruleEngine;
    private final Estate base;
    private final Estate current;
    private final List<SourceFile> files;
    private final Set<String> unparsed;
    private final Predicate<Span> shown;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotJudged> undecided = new ArrayList<>();
    private int changed;

    /**
     * @param files the current files
     * @param unparsed the paths of changed files that could not be parsed completely
     */
    ChangeAnalyzer(RuleEngine ruleEngine, Estate base, Estate current, List<SourceFile> files, Set<String> unparsed) {
        this.ruleEngine = ruleEngine;
        this.base = base;
        this.current = current;
        this.files = files;
        this.unparsed = unparsed;
        Set<SourceFile> currentFiles = new HashSet<>(files);
        this.shown = span -> currentFiles.contains(span.file());
    }

    /** Checks the change and the current migrations. */
    RuleFindings analyze() {
        Set<String> servers = new HashSet<>();
        Set<String> forests = new HashSet<>();
        MigrationAnalyzer migrations = new MigrationAnalyzer(ruleEngine, shown);
        for (Migration migration : current.migrations()) {
            MigrationProgress migrationProgress = MigrationProgress.of(migration, base, current);
            servers.addAll(migrationProgress.servers());
            forests.addAll(migrationProgress.forests());
            add(migrations.analyze(migration, 0, migrationProgress.steps(), base));
            add(migrations.analyze(
                    migration, migrationProgress.steps(), migration.steps().size(), current));
        }
        Map<String, Server> now = new LinkedHashMap<>();
        current.servers().forEach(server -> now.put(Estate.folded(server.name().value()), server));
        for (Server before : base.servers()) {
            String name = Estate.folded(before.name().value());
            Server after = now.get(name);
            if (after == null) {
                boolean decommissioned = isDecommissioned(before);
                if (!decommissioned && !mayBeUnparsed(before)) {
                    // Only the base has a place for it.
                    SourceFile its = before.name().place().file();
                    add(
                            ruleEngine.checkTransition(
                                    Transition.sinceBase(Optional.of(before), Optional.empty(), placeFor(before))),
                            span -> shown.test(span) || span.file() == its);
                }
                changed += decommissioned || !mayBeUnparsed(before) ? 1 : 0;
            } else if (!before.spec().equals(after.spec())) {
                changed++;
                if (!servers.contains(name)) {
                    check(Transition.sinceBase(
                            Optional.of(before),
                            Optional.of(after),
                            after.name().place()));
                }
            }
        }
        for (Forest before : base.forests()) {
            current.forests().stream()
                    .filter(after -> sameName(before, after) && !forests.contains(folded(after)))
                    .findFirst()
                    .ifPresent(after -> check(Transition.ofForest(
                            before, after, after.name().orElseThrow().place(), current.domainControllersOf(after))));
        }
        return new RuleFindings(findings, undecided);
    }

    /** The number of servers of the base that have changed or are gone; valid after {@link #analyze()}. */
    int changedServers() {
        return changed;
    }

    private void check(Transition transition) {
        add(ruleEngine.checkTransition(transition));
    }

    private void add(RuleFindings ruleFindings) {
        add(ruleFindings, shown);
    }

    private void add(RuleFindings ruleFindings, Predicate<Span> related) {
        ruleFindings.findings().stream()
                .map(finding -> finding.showing(related))
                .forEach(findings::add);
        ruleFindings.undecided().stream()
                .filter(open -> shown.test(open.span()))
                .forEach(undecided::add);
    }

    /** Whether a server may be defined in a part that could not be parsed, which has been reported. */
    private boolean mayBeUnparsed(Server before) {
        String path = before.name().place().path();
        boolean moved = files.stream().noneMatch(file -> file.path().equals(path));
        return unparsed.contains(path) || (moved && !unparsed.isEmpty());
    }

    private boolean isDecommissioned(Server server) {
        return current.migrations().stream()
                .anyMatch(migration -> migration.decommissions(server.name().value()));
    }

    private static boolean sameName(Forest one, Forest other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(Forest forest) {
        return Estate.folded(forest.name().orElseThrow().value());
    }

    /** A removed server has no place: the beginning of its file is used, or that of the first file left. */
    private Span placeFor(Server gone) {
        String path = gone.name().place().path();
        SourceFile file = files.stream()
                .filter(left -> left.path().equals(path))
                .findFirst()
                .orElseGet(() -> files.isEmpty() ? new SourceFile(path, "") : files.get(0));
        return Span.at(file, 1, 1);
    }
}
