package io.github.serverlint.finding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Scope of a run. A suppression or baseline entry counts as unused only within that scope.
 *
 * @param asOf the date that dates are compared with
 * @param severities the severity of each rule in this run; empty if it is disabled
 * @param ofChanges whether a rule checks changes between two states
 * @param everythingRead whether every file could be parsed; other files may contain what a suppression is for
 * @param changeJudged whether servers have changed since a base, and the change was checked
 */
public record RunScope(
        LocalDate asOf,
        Function<RuleInfo, Optional<Severity>> severities,
        Predicate<RuleInfo> ofChanges,
        boolean everythingRead,
        boolean changeJudged) {
    private static final String MIGRATIONS = "migrations.";

    /**
     * Tells whether the run would have reported a violation of the rule at a key path.
     *
     * @param keyPath such as {@code servers.mail01.exchange}
     */
    public boolean wouldFind(RuleInfo rule, String keyPath) {
        boolean judged = !ofChanges.test(rule) || changeJudged || keyPath.startsWith(MIGRATIONS);
        return everythingRead && judged && severities.apply(rule).isPresent();
    }
}
