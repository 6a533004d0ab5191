package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.Judgement;
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
 * Judges what has changed since a base: each server and each forest as one transition, unless a declared migration leads
 * from the one state to the other, which is judged instead.
 */
final class ChangeAnalyzer {
    private final RuleEngine ruleEngine;
    private final Estate base;
    private final Estate today;
    private final List<SourceFile> files;
    private final Set<String> unread;
    private final Predicate<Span> shown;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotJudged> undecided = new ArrayList<>();
    private int changed;

    /**
     * @param files those of today
     * @param unread the paths of those that could not be read whole, and that the base did not have like that
     */
    ChangeAnalyzer(RuleEngine ruleEngine, Estate base, Estate today, List<SourceFile> files, Set<String> unread) {
        this.ruleEngine = ruleEngine;
        this.base = base;
        this.today = today;
        this.files = files;
        this.unread = unread;
        Set<SourceFile> ofToday = new HashSet<>(files);
        this.shown = span -> ofToday.contains(span.file());
    }

    /** What is wrong with the change, and with the migrations of today. */
    Judgement judge() {
        Set<String> servers = new HashSet<>();
        Set<String> forests = new HashSet<>();
        MigrationAnalyzer migrations = new MigrationAnalyzer(ruleEngine, shown);
        for (Migration migration : today.migrations()) {
            MigrationProgress migrationProgress = MigrationProgress.of(migration, base, today);
            servers.addAll(migrationProgress.servers());
            forests.addAll(migrationProgress.forests());
            add(migrations.judge(migration, 0, migrationProgress.steps(), base));
            add(migrations.judge(
                    migration, migrationProgress.steps(), migration.steps().size(), today));
        }
        Map<String, Server> now = new LinkedHashMap<>();
        today.servers().forEach(server -> now.put(Estate.folded(server.name().value()), server));
        for (Server before : base.servers()) {
            String name = Estate.folded(before.name().value());
            Server after = now.get(name);
            if (after == null) {
                boolean decommissioned = isDecommissioned(before);
                if (!decommissioned && !mayBeUnread(before)) {
                    judge(Transition.sinceBase(Optional.of(before), Optional.empty(), placeFor(before)));
                }
                changed += decommissioned || !mayBeUnread(before) ? 1 : 0;
            } else if (!before.spec().equals(after.spec())) {
                changed++;
                if (!servers.contains(name)) {
                    judge(Transition.sinceBase(
                            Optional.of(before),
                            Optional.of(after),
                            after.name().place()));
                }
            }
        }
        for (Forest before : base.forests()) {
            today.forests().stream()
                    .filter(after -> sameName(before, after) && !forests.contains(folded(after)))
                    .findFirst()
                    .ifPresent(after -> judge(Transition.sinceBase(
                            before, after, after.name().orElseThrow().place())));
        }
        return new Judgement(findings, undecided);
    }

    /** How many servers of the base are other ones today, or gone; asked after {@link #judge()}. */
    int changedServers() {
        return changed;
    }

    private void judge(Transition transition) {
        add(ruleEngine.transition(transition));
    }

    private void add(Judgement judgement) {
        judgement.findings().stream().map(finding -> finding.showing(shown)).forEach(findings::add);
        judgement.undecided().stream().filter(open -> shown.test(open.span())).forEach(undecided::add);
    }

    /** Whether a server may still stand in what could not be read, which has been reported. */
    private boolean mayBeUnread(Server before) {
        String path = before.name().place().path();
        boolean moved = files.stream().noneMatch(file -> file.path().equals(path));
        return unread.contains(path) || (moved && !unread.isEmpty());
    }

    private boolean isDecommissioned(Server server) {
        return today.migrations().stream()
                .anyMatch(migration -> migration.decommissions(server.name().value()));
    }

    private static boolean sameName(Forest one, Forest other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(Forest forest) {
        return Estate.folded(forest.name().orElseThrow().value());
    }

    /** What is gone has no place any more: the beginning of its file stands for it, or of the first file that is left. */
    private Span placeFor(Server gone) {
        String path = gone.name().place().path();
        SourceFile file = files.stream()
                .filter(left -> left.path().equals(path))
                .findFirst()
                .orElseGet(() -> files.isEmpty() ? new SourceFile(path, "") : files.get(0));
        return Span.at(file, 1, 1);
    }
}
