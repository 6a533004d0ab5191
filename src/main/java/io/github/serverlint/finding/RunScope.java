package io.github.serverlint.finding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How closely a run has looked. Only where it has looked does an excuse that nothing needs say anything.
 *
 * @param asOf the day that dates are compared with
 * @param severities the severity of each rule in this run; empty for one that is off
 * @param ofChanges which rules judge how one state becomes another
 * @param everythingRead whether every file could be read; what could not be read may hold what an excuse is for
 * @param changeJudged whether servers have changed since a base, and the change was judged
 */
public record RunScope(
        LocalDate asOf,
        Function<RuleInfo, Optional<Severity>> severities,
        Predicate<RuleInfo> ofChanges,
        boolean everythingRead,
        boolean changeJudged) {
    private static final String MIGRATIONS = "migrations.";

    /**
     * Whether the run would have found what the rule finds at a key path, if it were there.
     *
     * @param keyPath such as {@code servers.mail01.exchange}
     */
    public boolean wouldFind(RuleInfo rule, String keyPath) {
        boolean judged = !ofChanges.test(rule) || changeJudged || keyPath.startsWith(MIGRATIONS);
        return everythingRead && judged && severities.apply(rule).isPresent();
    }
}
