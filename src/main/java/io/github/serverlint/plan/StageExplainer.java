package io.github.serverlint.plan;

import io.github.serverlint.analysis.MigrationReplay;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.plan.Plan.Need;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Undo;
import io.github.serverlint.plan.Plan.Wait;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Explainer of stages: finds the earlier stages that each one depends on, and what a rule reports otherwise. It tries
 * the first step of each batch.
 */
final class StageExplainer {
    private static final int START = -1;

    private final RuleEngine ruleEngine;
    private final SchemaMasterNeeds schemaMasterNeeds;
    private final NewerReleaseNeeds newerReleaseNeeds;
    private final List<List<Step>> batches;
    private final Map<String, TreeMap<Integer, Optional<Server>>> servers = new LinkedHashMap<>();
    private final TreeMap<Integer, List<Forest>> forests = new TreeMap<>();
    private final Map<String, Integer> backups = new HashMap<>();

    /** @param start the current servers and forest */
    StageExplainer(RuleEngine ruleEngine, Catalog catalog, Estate start, List<List<Step>> batches) {
        this.ruleEngine = ruleEngine;
        this.schemaMasterNeeds = new SchemaMasterNeeds(catalog);
        this.newerReleaseNeeds = new NewerReleaseNeeds(catalog);
        this.batches = batches;
        EstateSimulation estateSimulation = new EstateSimulation(start);
        start.servers().forEach(server -> remember(server.name().value(), START, estateSimulation));
        forests.put(START, start.forests());
        for (int i = 0; i < batches.size(); i++) {
            for (Step step : batches.get(i)) {
                estateSimulation.apply(step);
                for (String name : names(step)) {
                    remember(name, i, estateSimulation);
                }
                if (step instanceof Step.BackUp backUp) {
                    backups.putIfAbsent(Estate.folded(backUp.server().value()), i);
                }
            }
            if (batches.get(i).get(0).servers().isEmpty()) {
                forests.put(i, estateSimulation.estate().forests());
            }
        }
    }

    private void remember(String name, int batch, EstateSimulation estateSimulation) {
        servers.computeIfAbsent(Estate.folded(name), key -> new TreeMap<>()).put(batch, estateSimulation.server(name));
    }

    private static List<String> names(Step step) {
        return step.subjects().stream().map(Located::value).toList();
    }

    /**
     * The stages with their dependencies.
     *
     * @param first the number of the first of them
     */
    List<PlanStage> stages(int first) {
        List<PlanStage> stages = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Step step = batches.get(i).get(0);
            List<Need> needs = Stream.concat(
                            schemaMasterNeeds.of(step, before(i)).stream(), newerReleaseNeeds.of(step).stream())
                    .toList();
            stages.add(new PlanStage(batches.get(i), waits(i, step, first), undo(step), needs));
        }
        return stages;
    }

    /** Objection to making a step at some time. */
    private record Objection(String because, List<String> sources) {
        private static final Objection NONE = new Objection("", List.of());

        static Objection of(Finding finding) {
            return new Objection(finding.message(), finding.sources());
        }

        static Objection of(NotJudged open) {
            return new Objection(
                    "nobody knows whether \"" + open.server() + "\" is ready for it, because " + open.missing()
                            + " is not said.",
                    List.of());
        }

        Wait waitFor(int stage) {
            return new Wait(stage, because, sources);
        }
    }

    /** The previous stage on the same server, and the latest required one on others. */
    private List<Wait> waits(int index, Step step, int first) {
        List<Wait> waits = new ArrayList<>();
        int own = previousOnSameServers(step, index);
        if (own != START) {
            Optional<Objection> objection = losesMailboxes(own, step).or(() -> against(step, own, own));
            waits.add(objection.orElse(Objection.NONE).waitFor(own + first));
        }
        int impossible = START;
        int possible = index;
        Optional<Objection> found = Optional.empty();
        // Binary search with the servers of the step as they are when it is made: for the earliest possible state of
        // the others.
        for (int at = 0; possible - impossible > 1; at = (possible + impossible) / 2) {
            Optional<Objection> objection = against(step, index, at);
            if (objection.isPresent()) {
                impossible = at;
                found = objection;
            } else {
                possible = at;
            }
        }
        int border = impossible;
        found.filter(objection -> border != own)
                .map(objection -> objection.waitFor(border + first))
                .ifPresent(waits::add);
        heldBack(index, step)
                .filter(last -> last != border)
                .map(last -> new Wait(last + first, "a domain controller is too old for that level.", List.of()))
                .ifPresent(waits::add);
        waits.sort(Comparator.comparingInt(Wait::stage));
        return waits;
    }

    /**
     * The upgrade of a domain controller that a functional level waits for; no rule checks this, so the planner does.
     */
    private Optional<Integer> heldBack(int index, Step step) {
        for (int earlier = index - 1; step instanceof Step.Raise && earlier >= 0; earlier--) {
            if (batches.get(earlier).get(0) instanceof Step.Upgrade upgrade
                    && upgrade.to().productId().equals(Product.WINDOWS)
                    && server(upgrade.server().value(), earlier)
                            .filter(Server::isDomainController)
                            .isPresent()) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    /**
     * The objection that mailboxes have to be moved before Exchange is removed; no rule checks this, so the planner
     * does.
     */
    private Optional<Objection> losesMailboxes(int earlier, Step step) {
        boolean goes = step instanceof Step.Decommission
                || step instanceof Step.Reinstall
                || (step instanceof Step.Remove remove && remove.what().value().equals(Product.EXCHANGE));
        return goes && batches.get(earlier).get(0) instanceof Step.MoveMailboxes
                ? Optional.of(new Objection("its mailboxes are lost.", List.of()))
                : Optional.empty();
    }

    private int previousOnSameServers(Step step, int index) {
        return names(step).stream()
                .map(name -> servers.getOrDefault(Estate.folded(name), new TreeMap<>())
                        .lowerKey(index))
                .filter(earlier -> earlier != null)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(START);
    }

    /**
     * The first objection to a step that is made too early; the step by itself is checked first, because that is fast.
     *
     * @param own the batch before which its servers are
     * @param others the batch before which all other servers and the forest are
     */
    private Optional<Objection> against(Step step, int own, int others) {
        List<Server> concerned =
                names(step).stream().flatMap(name -> server(name, own).stream()).toList();
        EstateSimulation alone = new EstateSimulation(new Estate(concerned, forests(others), List.of()));
        names(step).stream().filter(name -> isBackedUp(name, own)).forEach(alone::markBackedUp);
        Transition transition = alone.apply(step);
        if (!transition.noEffectReason().isEmpty()) {
            return Optional.of(new Objection(transition.noEffectReason() + ".", List.of()));
        }
        RuleFindings byItself = ruleEngine.checkTransition(transition);
        Optional<Objection> objection = byItself.undecided().stream()
                .map(Objection::of)
                .findFirst()
                .or(() -> byItself.findings().stream().map(Objection::of).findFirst());
        if (objection.isPresent()) {
            return objection;
        }
        List<Finding> before = transition
                .before()
                .map(server -> ruleEngine.checkServer(server).findings())
                .orElse(List.of());
        Optional<Finding> ofServer = transition.after().stream()
                .flatMap(server -> ruleEngine.checkServer(server).findings().stream())
                .filter(finding ->
                        before.stream().noneMatch(old -> old.identity().equals(finding.identity())))
                .findFirst();
        return ofServer.or(() -> inForest(step, own, others)).map(Objection::of);
    }

    private Optional<Finding> inForest(Step step, int own, int others) {
        // One server of each spec, beside those of the step, represents all of them.
        Map<ServerSpec, Server> kinds = new LinkedHashMap<>();
        for (String name : servers.keySet()) {
            Optional<Server> server = server(name, others);
            server.ifPresent(present -> kinds.putIfAbsent(present.forestView(), present));
        }
        Map<String, Server> present = new TreeMap<>();
        kinds.values().forEach(server -> present.put(Estate.folded(server.name().value()), server));
        for (String name : names(step)) {
            present.remove(Estate.folded(name));
            server(name, own).ifPresent(server -> present.put(Estate.folded(name), server));
        }
        MigrationReplay migrationReplay =
                new MigrationReplay(ruleEngine, new Estate(List.copyOf(present.values()), forests(others), List.of()));
        names(step).stream().filter(name -> isBackedUp(name, own)).forEach(migrationReplay::markBackedUp);
        return migrationReplay.apply(step).findings().stream().findFirst();
    }

    private Estate before(int batch) {
        List<Server> present = servers.keySet().stream()
                .flatMap(name -> server(name, batch).stream())
                .toList();
        return new Estate(present, forests(batch), List.of());
    }

    /** A server as it is before a batch. */
    private Optional<Server> server(String name, int batch) {
        Map.Entry<Integer, Optional<Server>> last =
                servers.getOrDefault(Estate.folded(name), new TreeMap<>()).lowerEntry(batch);
        return last == null ? Optional.empty() : last.getValue();
    }

    private List<Forest> forests(int batch) {
        Map.Entry<Integer, List<Forest>> last = forests.lowerEntry(batch);
        return last == null ? List.of() : last.getValue();
    }

    private boolean isBackedUp(String name, int batch) {
        return backups.getOrDefault(Estate.folded(name), batches.size()) < batch;
    }

    private static Undo undo(Step step) {
        if (step instanceof Step.Upgrade || step instanceof Step.Remove) {
            return Undo.BY_BACKUP;
        }
        boolean never = step instanceof Step.Prepare
                || step instanceof Step.Raise
                || step instanceof Step.Reinstall
                || step instanceof Step.Decommission;
        return never ? Undo.NEVER : Undo.POSSIBLE;
    }
}
