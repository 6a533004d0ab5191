package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.plan.ForestPlanner.Outcome;
import io.github.serverlint.plan.ForestProblem.Pair;
import io.github.serverlint.plan.Plan.Illegal;
import io.github.serverlint.plan.Plan.Impossible;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Planner of the steps from one estate to another, with the fewest new installations and then the fewest steps. A
 * server that only the target has is added, one that only the start has is decommissioned; a server is reinstalled, or
 * a swing server added, only where no in-place upgrade is possible.
 */
public final class Planner {
    private final Catalog catalog;
    private final RuleEngine ruleEngine;

    public Planner(Catalog catalog, RuleEngine ruleEngine) {
        this.catalog = catalog;
        this.ruleEngine = ruleEngine;
    }

    /** Searches a plan, or the reasons why there is none. */
    public Plan plan(Estate start, Estate end) {
        Estate target = withCurrentValues(end, start);
        Optional<Plan> refusal = refusal(start, target);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<PlanStage> stages = new ArrayList<>();
        boolean shortest = true;
        Set<String> taken = new HashSet<>();
        Stream.of(start, target)
                .flatMap(estate -> estate.servers().stream())
                .forEach(server -> taken.add(Estate.folded(server.name().value())));
        for (ForestProblem forestProblem : groups(start, target, taken)) {
            Optional<String> loss = loss(forestProblem);
            if (loss.isPresent()) {
                return unreachable(loss.get());
            }
            Outcome outcome = new ForestPlanner(catalog, ruleEngine, forestProblem).plan();
            if (outcome.batches().isEmpty()) {
                return new Impossible(
                        (outcome.complete() ? "There is no way for " : "No way was found for ")
                                + described(forestProblem) + ".",
                        new MinimalConflict(catalog, ruleEngine, forestProblem).smallest(outcome),
                        outcome.complete());
            }
            shortest &= outcome.complete();
            List<List<Step>> batches = outcome.batches().get();
            // The name of a swing server of one forest is not used again in another.
            batches.stream()
                    .flatMap(List::stream)
                    .filter(Step.Add.class::isInstance)
                    .flatMap(step -> step.subjects().stream())
                    .forEach(name -> taken.add(Estate.folded(name.value())));
            stages.addAll(
                    new StageExplainer(ruleEngine, catalog, forestProblem.start(), batches).stages(stages.size() + 1));
        }
        boolean tolerated = !ruleEngine.checkEstate(target).findings().isEmpty();
        return new Solution(stages, shortest, tolerated);
    }

    /** The answer where no step can lead to the target, whatever the rules say. */
    private static Plan unreachable(String what) {
        return new Impossible(what, List.of(), true);
    }

    private static String described(ForestProblem forestProblem) {
        String servers = forestProblem.pairs().values().stream()
                .limit(3)
                .map(pair -> "\"" + pair.name() + "\"")
                .collect(Collectors.joining(", "));
        int more = forestProblem.pairs().size() - 3;
        return (forestProblem.pairs().size() == 1 ? "the server " : "the servers ")
                + servers
                + (more > 0 ? " and " + more + " more" : "")
                + forestProblem
                        .forest()
                        .flatMap(Forest::name)
                        .map(name -> " of the forest \"" + name.value() + "\"")
                        .orElse("");
    }

    /** Refuses a target that no plan can reach, whatever the rules. */
    private Optional<Plan> refusal(Estate start, Estate target) {
        PlanConstraints planConstraints = new PlanConstraints(ruleEngine);
        Set<String> known = planConstraints.faultsOf(start);
        List<Finding> faults = ruleEngine.checkEstate(target).findings().stream()
                .filter(finding ->
                        finding.severity() == Severity.ERROR && !known.contains(PlanConstraints.fault(finding)))
                .sorted(Finding.REPORT_ORDER)
                .toList();
        if (!faults.isEmpty()) {
            return Optional.of(new Illegal(faults));
        }
        boolean isAnyForestKnown = !start.forests().isEmpty();
        for (Forest after : target.forests()) {
            Optional<String> refused = refusal(named(after, start), after, isAnyForestKnown);
            if (refused.isPresent()) {
                return refused.map(Planner::unreachable);
            }
        }
        if (!isAnyForestKnown || target.forests().isEmpty()) {
            return Optional.empty();
        }
        EstateSimulation now = new EstateSimulation(start);
        EstateSimulation then = new EstateSimulation(target);
        return target.servers().stream()
                .filter(wanted -> now.server(wanted.name().value())
                        .filter(server -> !now.groupOf(server).equals(then.groupOf(wanted)))
                        .isPresent())
                .findFirst()
                .map(wanted -> unreachable(
                        "The target has " + wanted.quoted() + " in another forest, and no step moves a server there."));
    }

    /** The change of a forest that no step can make, as a sentence. */
    private static Optional<String> refusal(Optional<Forest> before, Forest after, boolean othersAreDefined) {
        boolean saysMore = after.functionalLevel().isPresent()
                || after.domainMode().isPresent()
                || after.prepared().isPresent();
        if (before.isEmpty()) {
            return othersAreDefined || saysMore
                    ? Optional.of(
                            "The target has " + after.described() + ", which the definitions of today do not define."
                                    + " Define it there as it is, and plan again.")
                    : Optional.empty();
        }
        if (differ(before.get().domainMode(), after.domainMode(), (mode, wanted) -> mode != wanted)) {
            return Optional.of(
                    "The target gives " + after.described() + " another domain mode, and no step changes that.");
        }
        if (differ(before.get().functionalLevel(), after.functionalLevel(), (level, wanted) -> wanted.isBelow(level))) {
            return Optional.of("The target has " + after.described()
                    + " at a lower functional level than today, and no step lowers it.");
        }
        return Optional.empty();
    }

    private static <T> boolean differ(Optional<Located<T>> now, Optional<Located<T>> wanted, BiPredicate<T, T> how) {
        return now.isPresent()
                && wanted.isPresent()
                && how.test(now.get().value(), wanted.get().value());
    }

    /** The loss or conflict in a forest that no rule reports, as a sentence. */
    private Optional<String> loss(ForestProblem forestProblem) {
        boolean losesMailboxes = losesAll(MailboxLocations::canHold, forestProblem);
        boolean losesDirectory = losesAll(Server::isDomainController, forestProblem);
        Optional<Server> tooOld = forestProblem.wantedForest().flatMap(Forest::functionalLevel).stream()
                .filter(level -> forestProblem
                        .forest()
                        .flatMap(Forest::functionalLevel)
                        .filter(now -> now.value().equals(level.value()))
                        .isEmpty())
                .flatMap(level -> forestProblem
                        .servers(Pair::wanted)
                        .filter(server -> ForestActions.isHeldBackBy(server, level.value(), catalog)))
                .findFirst();
        if (tooOld.isPresent()) {
            return Optional.of("The target raises the functional level of "
                    + forestProblem.forest().orElseThrow().described()
                    + ", and has the domain controller " + tooOld.get().quoted() + " on "
                    + tooOld.get().windows().orElseThrow().release() + ", which is too old for it.");
        }
        if (losesDirectory) {
            return Optional.of("The target has no domain controller left for " + described(forestProblem)
                    + ", and the last one of a forest is never taken away. Keep one, or add one.");
        }
        return losesMailboxes
                ? Optional.of("The target has no server left for the mailboxes of " + described(forestProblem)
                        + ". Keep one with Exchange, or add one.")
                : Optional.empty();
    }

    private static boolean losesAll(Predicate<Server> what, ForestProblem forestProblem) {
        return forestProblem.servers(Pair::start).anyMatch(what)
                && forestProblem.servers(Pair::wanted).noneMatch(what);
    }

    /** The target, completed with the current levels and modes of its forests where it gives none. */
    private static Estate withCurrentValues(Estate target, Estate start) {
        List<Forest> forests = target.forests().stream()
                .map(wanted -> named(wanted, start)
                        .map(now -> new Forest(
                                wanted.name(),
                                wanted.functionalLevel().or(now::functionalLevel),
                                wanted.domainMode().or(now::domainMode),
                                wanted.prepared(),
                                wanted.preparedSince()))
                        .orElse(wanted))
                .toList();
        return new Estate(target.servers(), forests, List.of());
    }

    private static Optional<Forest> named(Forest forest, Estate estate) {
        return estate.forests().stream()
                .filter(other -> other.name()
                        .map(Located::value)
                        .map(Estate::folded)
                        .equals(forest.name().map(Located::value).map(Estate::folded)))
                .findFirst();
    }

    private static List<ForestProblem> groups(Estate start, Estate target, Set<String> taken) {
        EstateSimulation now = new EstateSimulation(start);
        EstateSimulation then = new EstateSimulation(target);
        Map<String, Map<String, Pair>> pairs = new LinkedHashMap<>();
        for (Server server : start.servers()) {
            Optional<Server> wanted = then.server(server.name().value()).map(same -> finished(completed(same, server)));
            put(new Pair(server.name().value(), Optional.of(server), wanted), now.groupOf(server), pairs);
        }
        for (Server server : target.servers()) {
            if (now.server(server.name().value()).isEmpty()) {
                // The target may name a forest that the current definitions do not define.
                Server added = finished(start.forests().isEmpty() ? server.withoutForest() : server);
                put(new Pair(server.name().value(), Optional.empty(), Optional.of(added)), now.groupOf(added), pairs);
            }
        }
        start.forests().stream()
                .flatMap(forest -> forest.name().stream())
                .forEach(name -> pairs.computeIfAbsent(Estate.folded(name.value()), key -> new LinkedHashMap<>()));
        return pairs.entrySet().stream()
                .map(entry -> new ForestProblem(
                        now.forest(entry.getKey()),
                        then.forest(entry.getKey()),
                        start.forests(),
                        entry.getValue(),
                        taken))
                .toList();
    }

    /**
     * The target server, completed with the current roles and cluster where it gives none, since no step changes them.
     */
    private static Server completed(Server wanted, Server start) {
        return new Server(
                start.name(),
                new Places(
                        wanted.installations(),
                        wanted.candidates(),
                        wanted.roles().isEmpty() ? start.roles() : wanted.roles(),
                        wanted.features(),
                        wanted.components(),
                        wanted.cluster().or(start::cluster),
                        start.forest()));
    }

    /** The server with every setup complete, as at the end of a plan. */
    private static Server finished(Server server) {
        Server finished = server;
        for (Map.Entry<String, Installation> entry : server.installations().entrySet()) {
            finished = finished.with(entry.getKey(), entry.getValue().upgradedTo(entry.getValue()));
        }
        return finished;
    }

    private static void put(Pair pair, String group, Map<String, Map<String, Pair>> pairs) {
        pairs.computeIfAbsent(group, key -> new LinkedHashMap<>()).put(pair.name(), pair);
    }
}
