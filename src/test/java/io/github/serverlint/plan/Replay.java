package io.github.serverlint.plan;

import io.github.serverlint.analysis.MigrationReplay;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays the steps of a plan and says what is wrong with them: by the rules, and by what no rule can see. */
final class Replay {
    private final Terms terms;
    private final MigrationReplay migrationReplay;
    private final Set<String> withMailboxes = new HashSet<>();
    private final Set<String> decommissioned = new HashSet<>();

    Replay(RuleEngine ruleEngine, Estate start, Estate target) {
        this.terms = new Terms(ruleEngine, start, target);
        this.migrationReplay = new MigrationReplay(ruleEngine, start);
        start.servers().stream()
                .filter(Terms::canHoldMailboxes)
                .forEach(server -> withMailboxes.add(key(server.name().value())));
    }

    /** What is to be said against the steps, and against where they end; nothing if all is well. */
    List<String> objections(List<Step> steps) {
        List<String> objections = new ArrayList<>();
        for (Step step : steps) {
            againstLosses(step).ifPresent(loss -> objections.add(step.sentence() + ": " + loss));
            objections.addAll(terms.objections(migrationReplay, step));
        }
        objections.addAll(terms.shortcomings(migrationReplay.simulation().estate()));
        return objections;
    }

    private Optional<String> againstLosses(Step step) {
        if (step instanceof Step.MoveMailboxes move) {
            return againstMove(key(move.from().value()), key(move.to().value()));
        } else if (step instanceof Step.Add add) {
            return decommissioned.contains(key(add.server().name().value()))
                    ? Optional.of("it was decommissioned")
                    : Optional.empty();
        }
        boolean losesMachine = step instanceof Step.Reinstall || step instanceof Step.Decommission;
        boolean losesExchange =
                step instanceof Step.Remove remove && remove.what().value().equals(Product.EXCHANGE);
        if (!losesMachine && !losesExchange) {
            return Optional.empty();
        }
        String name = key(step.servers().get(0).value());
        if (step instanceof Step.Decommission) {
            decommissioned.add(name);
        }
        if (withMailboxes.contains(name)) {
            return Optional.of("its mailboxes are lost");
        }
        return losesMachine && isLastDomainController(name)
                ? Optional.of("the directory of its forest is lost")
                : Optional.empty();
    }

    private Optional<String> againstMove(String from, String to) {
        EstateSimulation estateSimulation = migrationReplay.simulation();
        Optional<Server> source = estateSimulation.server(from);
        Optional<Server> destination = estateSimulation.server(to);
        withMailboxes.remove(from);
        withMailboxes.add(to);
        boolean fits = source.isPresent()
                && destination.isPresent()
                && Terms.canTake(destination.get(), source.get())
                && estateSimulation.groupOf(source.get()).equals(estateSimulation.groupOf(destination.get()));
        return fits ? Optional.empty() : Optional.of("they cannot be there");
    }

    private boolean isLastDomainController(String name) {
        EstateSimulation estateSimulation = migrationReplay.simulation();
        Optional<Server> machine = estateSimulation.server(name).filter(Server::isDomainController);
        return machine.isPresent()
                && estateSimulation.group(estateSimulation.groupOf(machine.get())).servers().stream()
                        .filter(Server::isDomainController)
                        .allMatch(other -> key(other.name().value()).equals(name));
    }

    private static String key(String name) {
        return Estate.folded(name);
    }
}
