package io.github.serverlint.plan;

import io.github.serverlint.analysis.MigrationReplay;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan promises about each of its steps and about its end, implemented again without code of the planner: the
 * searches and the replays of the tests measure by it.
 */
final class Terms {
    private static final Set<String> ROLES_OF_DIRECTORY = Set.of("domain-controller", "global-catalog");
    private static final Set<String> ROLES_WITH_MAILBOXES = Set.of("mailbox", "back-end", "public-folder");

    private final RuleEngine ruleEngine;
    private final Estate target;
    private final Set<String> tolerated;

    Terms(RuleEngine ruleEngine, Estate start, Estate target) {
        this.ruleEngine = ruleEngine;
        this.target = target;
        RuleFindings atTheEnd = ruleEngine.checkEstate(asItWouldBe(target, start));
        this.tolerated = Stream.concat(
                        atTheEnd.findings().stream()
                                .filter(finding -> finding.severity() != Severity.ERROR)
                                .map(Terms::named),
                        atTheEnd.undecided().stream().map(Terms::named))
                .collect(Collectors.toSet());
    }

    /** The target with what it does not say of its forests, and no step changes: their levels and modes. */
    static Estate asItWouldBe(Estate target, Estate start) {
        Map<String, Forest> now = start.forests().stream().collect(Collectors.toMap(Terms::named, Function.identity()));
        List<Forest> forests = new ArrayList<>();
        for (Forest wanted : target.forests()) {
            Forest before = now.getOrDefault(named(wanted), wanted);
            forests.add(new Forest(
                    wanted.name(),
                    wanted.functionalLevel().or(before::functionalLevel),
                    wanted.domainMode().or(before::domainMode),
                    wanted.prepared()));
        }
        return new Estate(target.servers(), forests, List.of());
    }

    /** Whether a finding is one that the target has itself, and that fails no build. */
    boolean tolerates(Finding finding) {
        return tolerated.contains(named(finding));
    }

    private static String named(Finding finding) {
        return finding.rule().id()
                + '\n'
                + finding.severity()
                + '\n'
                + finding.server().orElse("")
                + '\n'
                + finding.keyPath();
    }

    private static String named(NotJudged open) {
        return open.rule().id() + '\n' + open.server() + '\n' + open.missing();
    }

    /** Faults of steps in order; empty if they are allowed. */
    List<String> objections(Estate before, Collection<String> backedUp, List<Step> steps) {
        MigrationReplay migrationReplay = new MigrationReplay(ruleEngine, before);
        backedUp.forEach(migrationReplay::markBackedUp);
        return steps.stream()
                .flatMap(step -> objections(migrationReplay, step).stream())
                .toList();
    }

    /** Faults of the next step, which is applied anyway. */
    List<String> objections(MigrationReplay migrationReplay, Step step) {
        Estate before = migrationReplay.simulation().estate();
        RuleFindings ruleFindings = migrationReplay.apply(step);
        Set<String> open = new HashSet<>(
                ruleFindings.undecided().stream().map(Terms::named).toList());
        open.removeAll(tolerated);
        if (!open.isEmpty()) {
            ruleEngine.checkEstate(before).undecided().stream()
                    .map(Terms::named)
                    .forEach(open::remove);
        }
        return Stream.concat(
                        ruleFindings.findings().stream()
                                .filter(finding -> !tolerates(finding))
                                .map(finding -> finding.rule().id() + ": " + finding.message()),
                        open.stream().map(what -> "undecided: " + what.replace('\n', ' ')))
                .map(objection -> step.sentence() + ": " + objection)
                .toList();
    }

    /** Whether mailboxes can be on a server: it runs Exchange, and has a role that holds them or says none at all. */
    static boolean canHoldMailboxes(Server server) {
        Set<String> roles = ids(server.roles());
        roles.removeAll(ROLES_OF_DIRECTORY);
        return server.installation(Product.EXCHANGE).isPresent()
                && (roles.isEmpty() || roles.stream().anyMatch(ROLES_WITH_MAILBOXES::contains));
    }

    /** Whether the mailboxes of one server may be moved to another. */
    static boolean canTake(Server to, Server from) {
        return canHoldMailboxes(to)
                && from.installation(Product.EXCHANGE).isPresent()
                && !to.installation(Product.EXCHANGE)
                        .orElseThrow()
                        .release()
                        .isOlderThan(from.installation(Product.EXCHANGE)
                                .orElseThrow()
                                .release());
    }

    /** Where an estate is not as it is wanted. */
    List<String> shortcomings(Estate estate) {
        Set<String> present = names(estate);
        Set<String> expected = names(target);
        Stream<String> missing =
                expected.stream().filter(name -> !present.contains(name)).map(name -> name + " is missing");
        Stream<String> superfluous =
                present.stream().filter(name -> !expected.contains(name)).map(name -> name + " is still there");
        Stream<String> different = estate.servers().stream()
                .filter(server -> wanted(server.name().value())
                        .filter(other -> !isAsWanted(server, other))
                        .isPresent())
                .map(server -> server.name().value() + " is not as it is wanted");
        Stream<String> ofForests = target.forests().stream()
                .filter(wanted -> estate.forests().stream()
                        .noneMatch(forest -> named(forest).equals(named(wanted)) && isAsWanted(forest, wanted)))
                .map(forest -> named(forest) + " is not as it is wanted");
        return Stream.of(missing, superfluous, different, ofForests)
                .flatMap(each -> each)
                .toList();
    }

    private Optional<Server> wanted(String name) {
        return target.servers().stream()
                .filter(server -> server.name().value().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Set<String> names(Estate estate) {
        return estate.servers().stream()
                .map(server -> Estate.folded(server.name().value()))
                .collect(Collectors.toSet());
    }

    /** Whether a server is as it is wanted: what the target does not say may be anything. */
    static boolean isAsWanted(Server server, Server wanted) {
        Set<String> installed = new HashSet<>(server.installations().keySet());
        if (!wanted.installations().containsKey(Product.DOTNET)) {
            installed.remove(Product.DOTNET);
        }
        return installed.equals(wanted.installations().keySet())
                && wanted.installations().entrySet().stream()
                        .allMatch(entry ->
                                agree(server.installation(entry.getKey()).orElseThrow(), entry.getValue()))
                && ids(server.roles()).equals(ids(wanted.roles()))
                && ids(server.features()).equals(ids(wanted.features()))
                && ids(server.components()).equals(ids(wanted.components()))
                && clustering(server).equals(clustering(wanted));
    }

    private static boolean agree(Installation installed, Installation wanted) {
        return installed.release().equals(wanted.release())
                && agree(installed.level(), wanted.level())
                && agree(installed.edition(), wanted.edition())
                && agree(installed.architecture(), wanted.architecture())
                && !installed.isSetupInProgress();
    }

    private static <T> boolean agree(Optional<Located<T>> is, Optional<Located<T>> wanted) {
        return is.isEmpty()
                || wanted.isEmpty()
                || is.get().value().equals(wanted.get().value());
    }

    private static List<Object> clustering(Server server) {
        return server.cluster()
                .map(clusterMembership -> List.<Object>of(
                        clusterMembership.name().map(Located::value),
                        clusterMembership.nodes().map(Located::value),
                        clusterMembership.mode().map(Located::value)))
                .orElse(List.of());
    }

    static boolean isAsWanted(Forest forest, Forest wanted) {
        boolean prepared = wanted.prepared().stream()
                .flatMap(declared -> declared.done().stream())
                .allMatch(preparation -> forest.isPreparedBy(preparation.value()));
        return prepared
                && (wanted.functionalLevel().isEmpty()
                        || forest.functionalLevel()
                                .map(Located::value)
                                .equals(wanted.functionalLevel().map(Located::value)));
    }

    private static String named(Forest forest) {
        return forest.name().map(Located::value).orElse("");
    }

    static Set<String> ids(Collection<Located<Term>> terms) {
        return terms.stream().map(term -> term.value().id()).collect(Collectors.toCollection(HashSet::new));
    }
}
