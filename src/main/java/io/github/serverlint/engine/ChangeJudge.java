package io.github.serverlint.engine;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.rule.Judge;
import io.github.serverlint.rule.Judge.Judgement;
import io.github.serverlint.rule.Undecided;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.transition.Profile;
import io.github.serverlint.transition.Transition;
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
final class ChangeJudge {
    private final Judge judge;
    private final Estate base;
    private final Estate today;
    private final List<SourceFile> files;
    private final Predicate<Span> shown;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Undecided> undecided = new ArrayList<>();
    private int changed;

    /**
     * @param files those of today
     */
    ChangeJudge(Judge judge, Estate base, Estate today, List<SourceFile> files) {
        this.judge = judge;
        this.base = base;
        this.today = today;
        this.files = files;
        Set<SourceFile> ofToday = new HashSet<>(files);
        this.shown = span -> ofToday.contains(span.file());
    }

    /** What is wrong with the change, and with the migrations of today. */
    Judgement judge() {
        Set<String> covered = new HashSet<>();
        MigrationJudge migrations = new MigrationJudge(judge, shown);
        for (Migration migration : today.migrations()) {
            Progress progress = Progress.of(migration, base, today);
            covered.addAll(progress.covered());
            add(migrations.judge(migration, 0, progress.steps(), base));
            add(migrations.judge(migration, progress.steps(), migration.steps().size(), today));
        }
        Map<String, Server> now = new LinkedHashMap<>();
        today.servers().forEach(server -> now.put(Estate.folded(server.name().value()), server));
        for (Server before : base.servers()) {
            String name = Estate.folded(before.name().value());
            Server after = now.get(name);
            if (after == null) {
                changed++;
                if (!isDecommissioned(before)) {
                    judge(Transition.sinceBase(Optional.of(before), java.util.Optional.empty(), placeFor(before)));
                }
            } else if (!Profile.of(before).equals(Profile.of(after))) {
                changed++;
                if (!covered.contains(name)) {
                    judge(Transition.sinceBase(
                            Optional.of(before),
                            Optional.of(after),
                            after.name().place()));
                }
            }
        }
        for (Forest before : base.forests()) {
            today.forests().stream()
                    .filter(after -> sameName(before, after))
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
        add(judge.transition(transition));
    }

    private void add(Judgement judgement) {
        judgement.findings().stream().map(finding -> finding.showing(shown)).forEach(findings::add);
        judgement.undecided().stream().filter(open -> shown.test(open.span())).forEach(undecided::add);
    }

    private boolean isDecommissioned(Server server) {
        return today.migrations().stream()
                .anyMatch(migration -> migration.decommissions(server.name().value()));
    }

    private static boolean sameName(Forest one, Forest other) {
        return one.name()
                .map(Located::value)
                .map(Estate::folded)
                .equals(other.name().map(Located::value).map(Estate::folded));
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
