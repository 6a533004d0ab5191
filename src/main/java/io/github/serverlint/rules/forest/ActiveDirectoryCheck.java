package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.text.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Check of Active Directory against the requirements of an installed Exchange. If its level is unknown, what any level
 * accepts is accepted.
 *
 * @param facts all directory facts of its release
 */
record ActiveDirectoryCheck(Installation exchange, List<DirectoryFact> facts, Catalog catalog) {

    static ActiveDirectoryCheck of(Installation exchange, Catalog catalog) {
        return new ActiveDirectoryCheck(exchange, catalog.directoryFacts(exchange.release()), catalog);
    }

    private List<Level> possibleLevels() {
        return exchange.level()
                .map(Located::value)
                .map(List::of)
                .orElse(exchange.release().levels());
    }

    /** The facts that apply to the installed level. */
    List<DirectoryFact> covering() {
        return facts.stream()
                .filter(fact -> possibleLevels().stream().anyMatch(fact.levels()::contains))
                .toList();
    }

    boolean isMet(Predicate<DirectoryFact> accepts) {
        return accepted().anyMatch(accepts);
    }

    /**
     * Whether the catalog is too old to tell: an update that is newer may accept domain controllers newer than each one
     * that is accepted so far.
     */
    boolean mayAcceptLater(Release windows) {
        return exchange.isNewerThanCatalog()
                && facts.stream()
                        .flatMap(fact -> fact.domainControllers().keySet().stream())
                        .allMatch(accepted -> accepted.isOlderThan(windows));
    }

    /** The same for a functional level. */
    boolean mayAcceptLater(Term functionalLevel) {
        return exchange.isNewerThanCatalog()
                && facts.stream()
                        .flatMap(fact -> fact.functionalLevels().stream())
                        .allMatch(accepted -> accepted.rank() < functionalLevel.rank());
    }

    /** Whether it depends on a level that is not given. */
    boolean isUndecided(Predicate<DirectoryFact> accepts) {
        return possibleLevels().stream()
                .anyMatch(level -> facts.stream()
                        .noneMatch(fact -> fact.levels().contains(level) && !fact.disputed() && accepts.test(fact)));
    }

    /** The disputed fact that accepts it, if there is one. */
    Optional<DirectoryFact> dispute(Predicate<DirectoryFact> accepts) {
        return covering().stream()
                .filter(fact -> fact.disputed() && accepts.test(fact))
                .findFirst();
    }

    /** The undisputed facts that apply to the installed level. */
    Stream<DirectoryFact> accepted() {
        return covering().stream().filter(fact -> !fact.disputed());
    }

    /**
     * The fix: a later level that accepts it if there is one, or else what this release supports and which releases
     * accept it.
     *
     * @param supportedBy the start of the sentence about later releases
     */
    String suggestFix(Predicate<DirectoryFact> accepts, String supported, String supportedBy) {
        Optional<Level> later = metFrom(accepts);
        if (later.isPresent()) {
            return "Install " + exchange.release().nameAt(later) + " or a later one first.";
        }
        String others = catalog.product(exchange.release()).releases().stream()
                .filter(exchange.release()::isOlderThan)
                .filter(release -> catalog.directoryFacts(release).stream()
                        .anyMatch(fact -> !fact.disputed() && accepts.test(fact)))
                .map(Release::name)
                .collect(Collectors.joining(", "));
        return exchange.name() + " supports " + supported + "."
                + (others.isEmpty() ? "" : " " + supportedBy + " " + others + ".");
    }

    /** The lowest later level that meets it, if there is one. */
    private Optional<Level> metFrom(Predicate<DirectoryFact> accepts) {
        return facts.stream()
                .filter(fact -> !fact.disputed() && accepts.test(fact))
                .filter(fact -> possibleLevels().stream().allMatch(fact.levels()::startsAfter))
                .flatMap(fact -> fact.levels().from().stream())
                .min(Comparator.comparingInt(Level::rank));
    }

    /** Whether all facts about the installed level are from memory: then a finding is doubtful. */
    boolean isRecalled() {
        return covering().stream().allMatch(fact -> fact.evidence().isRecalled());
    }

    List<String> citations() {
        return accepted().flatMap(fact -> fact.evidence().citations().stream()).toList();
    }
}
