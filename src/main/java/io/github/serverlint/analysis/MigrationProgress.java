package io.github.serverlint.analysis;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Progress of a migration between a base and the current estate.
 *
 * @param steps the number of its first steps that lead from the base to the current estate; 0 if none do
 * @param servers the normalized names of the servers that these steps change
 * @param forests the normalized names of the forests that these steps change
 */
record MigrationProgress(int steps, Set<String> servers, Set<String> forests) {
    private static final MigrationProgress NONE = new MigrationProgress(0, Set.of(), Set.of());

    static MigrationProgress of(Migration migration, Estate base, Estate today) {
        EstateSimulation estateSimulation = new EstateSimulation(base);
        EstateSimulation now = new EstateSimulation(today);
        Map<String, String> servers = new LinkedHashMap<>();
        Map<String, String> forests = new LinkedHashMap<>();
        for (Step step : migration.steps()) {
            step.subjects().forEach(name -> servers.put(Estate.folded(name.value()), name.value()));
            step.forests().forEach(name -> forests.put(Estate.folded(name.value()), name.value()));
        }
        if (agree(estateSimulation, now, servers, forests, List.of())
                && !isPrepared(migration, estateSimulation, now)) {
            return NONE;
        }
        int made = 0;
        List<Term> prepared = new ArrayList<>();
        for (int i = 0; i < migration.steps().size(); i++) {
            Step step = migration.steps().get(i);
            if (step instanceof Step.Prepare prepare) {
                prepared.add(prepare.with().value());
            }
            estateSimulation.apply(step);
            if (agree(estateSimulation, now, servers, forests, prepared)) {
                made = i + 1;
            }
        }
        if (made == 0) {
            return NONE;
        }
        return new MigrationProgress(made, Set.copyOf(servers.keySet()), Set.copyOf(forests.keySet()));
    }

    /** Whether the change prepares a forest as one of the steps does. */
    private static boolean isPrepared(Migration migration, EstateSimulation before, EstateSimulation now) {
        return migration.steps().stream()
                .anyMatch(step -> step instanceof Step.Prepare prepare
                        && !isPrepared(prepare, before)
                        && isPrepared(prepare, now));
    }

    private static boolean isPrepared(Step.Prepare prepare, EstateSimulation estateSimulation) {
        return estateSimulation
                .forest(prepare.forest().value())
                .filter(forest -> forest.isPreparedBy(prepare.with().value()))
                .isPresent();
    }

    private static boolean agree(
            EstateSimulation estateSimulation,
            EstateSimulation now,
            Map<String, String> servers,
            Map<String, String> forests,
            List<Term> prepared) {
        return servers.values().stream().allMatch(name -> agree(estateSimulation.server(name), now.server(name)))
                && forests.values().stream()
                        .allMatch(name -> agree(estateSimulation.forest(name), now.forest(name), prepared));
    }

    private static boolean agree(Optional<Server> one, Optional<Server> other) {
        return (one.isPresent() && other.isPresent())
                ? one.get().spec().isCompatibleWith(other.get().spec())
                : (one.isEmpty() && other.isEmpty());
    }

    private static boolean agree(Optional<Forest> one, Optional<Forest> other, List<Term> prepared) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        Optional<Term> level = one.get().functionalLevel().map(Located::value);
        Optional<Term> now = other.get().functionalLevel().map(Located::value);
        boolean sameLevel = level.isEmpty() || now.isEmpty() || level.equals(now);
        boolean declared = other.get().prepared().isPresent();
        return sameLevel && (!declared || prepared.stream().allMatch(other.get()::isPreparedBy));
    }
}
