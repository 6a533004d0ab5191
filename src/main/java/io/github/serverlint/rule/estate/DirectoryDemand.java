package io.github.serverlint.rule.estate;

import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.source.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an installed Exchange asks of its directory. Where its level is not known, whatever any level accepts is fine.
 *
 * @param facts all that is said about its release
 */
record DirectoryDemand(Installation exchange, List<DirectoryFact> facts) {

    private List<Level> possibleLevels() {
        return exchange.level()
                .map(Located::value)
                .map(List::of)
                .orElse(exchange.release().levels());
    }

    /** The facts that speak of the level that is installed. */
    List<DirectoryFact> covering() {
        return facts.stream()
                .filter(fact -> possibleLevels().stream().anyMatch(fact.levels()::holds))
                .toList();
    }

    boolean isMet(Predicate<DirectoryFact> accepts) {
        return covering().stream().anyMatch(fact -> !fact.disputed() && accepts.test(fact));
    }

    /** Whether it depends on a level that is not said. */
    boolean isUndecided(Predicate<DirectoryFact> accepts) {
        return possibleLevels().stream()
                .anyMatch(level -> facts.stream()
                        .noneMatch(fact -> fact.levels().holds(level) && !fact.disputed() && accepts.test(fact)));
    }

    /** The fact that makes it doubtful, where no other fact is without doubt. */
    Optional<DirectoryFact> dispute(Predicate<DirectoryFact> accepts) {
        return covering().stream()
                .filter(fact -> fact.disputed() && accepts.test(fact))
                .findFirst();
    }

    /** The first later level from which on it is met, if there is one. */
    Optional<Level> metFrom(Predicate<DirectoryFact> accepts) {
        return facts.stream()
                .filter(fact -> !fact.disputed() && accepts.test(fact))
                .filter(fact -> possibleLevels().stream().allMatch(fact.levels()::isAbove))
                .flatMap(fact -> fact.levels().from().stream())
                .min(Comparator.comparingInt(Level::rank));
    }

    /** Whether all that is said about the installed level is from memory: then nothing can be denied for certain. */
    boolean isRecalled() {
        return covering().stream().allMatch(fact -> fact.evidence().isRecalled());
    }

    List<String> citations() {
        return covering().stream()
                .filter(fact -> !fact.disputed())
                .flatMap(fact -> fact.evidence().citations().stream())
                .toList();
    }
}
