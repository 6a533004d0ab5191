package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Dijkstra's search over whole estates. Every step that a definition could write is tried in every state, so it is slow
 * and there is nothing in it to go wrong; it is what the planner is measured by, and uses nothing of it.
 */
final class ExhaustiveSearch {
    private final Terms terms;
    private final RuleEngine ruleEngine;
    private final Steps steps;
    private final List<Slot> slots = new ArrayList<>();
    private final Estate start;
    private final Estate target;
    private final int statesAtMost;
    private final Map<String, Machine> machines = new HashMap<>();
    private final Map<String, Ground> grounds = new HashMap<>();
    private final Map<Machine, List<Option>> options = new IdentityHashMap<>();
    private int visited;

    /** New machines weigh more than any number of steps. */
    record Cost(int newMachines, int steps) implements Comparable<Cost> {
        @Override
        public int compareTo(Cost other) {
            return Comparator.comparingInt(Cost::newMachines)
                    .thenComparingInt(Cost::steps)
                    .compare(this, other);
        }

        private Cost plus(int moreMachines, int moreSteps) {
            return new Cost(newMachines + moreMachines, steps + moreSteps);
        }
    }

    /** A name under which there is a server, or may be one. */
    private record Slot(String name, Optional<Server> start, Optional<Server> wanted, boolean isSwing) {
        boolean isInBoth() {
            return start.isPresent() && wanted.isPresent();
        }
    }

    /** A server in one state. There is one object for each, so they are compared by identity. */
    private record Identity(Slot slot, Optional<Server> server, boolean backedUp, boolean mailboxes, boolean gone) {}

    private static final class Machine {
        private final Slot slot;
        private final Optional<Server> server;
        private final boolean backedUp;
        private final boolean mailboxes;
        private final boolean gone;

        private Machine(Identity identity) {
            this.slot = identity.slot();
            this.server = identity.server();
            this.backedUp = identity.backedUp();
            this.mailboxes = identity.mailboxes();
            this.gone = identity.gone();
        }

        boolean isDomainController() {
            return server.filter(Server::isDomainController).isPresent();
        }
    }

    /** The forest in one state. There is one object for each. */
    private static final class Ground {
        private final List<Forest> forests;

        private Ground(List<Forest> forests) {
            this.forests = forests;
        }
    }

    private record State(List<Machine> machines, Ground ground) {
        State with(int index, Machine machine) {
            List<Machine> changed = new ArrayList<>(machines);
            changed.set(index, machine);
            return new State(List.copyOf(changed), ground);
        }

        boolean hasDomainControllerBeside(Machine machine) {
            return machines.stream().anyMatch(other -> other != machine && other.isDomainController());
        }
    }

    /**
     * What one server could do next, as far as it alone has to be asked.
     *
     * @param losesDirectory whether the machine is a domain controller and will be no copy of the directory any more
     */
    private record Option(List<Step> steps, Machine after, int newMachines, boolean losesDirectory) {}

    private record Edge(Cost cost, State from, List<Step> steps, State to) {}

    private final Map<State, Edge> reachedBy = new HashMap<>();
    private List<Step> way = List.of();

    /**
     * @param swings how many servers may be added for a while
     * @param statesAtMost how many states are visited before the search gives up
     */
    ExhaustiveSearch(
            Catalog catalog, RuleEngine ruleEngine, Estate start, Estate target, int swings, int statesAtMost) {
        this.terms = new Terms(ruleEngine, start, target);
        this.ruleEngine = ruleEngine;
        this.start = start;
        this.target = target;
        this.steps = new Steps(catalog, start, target);
        this.statesAtMost = statesAtMost;
        Map<String, Server> wanted = byName(target);
        byName(start)
                .forEach((name, server) -> slots.add(
                        new Slot(name, Optional.of(server), Optional.ofNullable(wanted.remove(name)), false)));
        wanted.forEach((name, server) -> slots.add(new Slot(name, Optional.empty(), Optional.of(server), false)));
        for (int i = 1; i <= swings; i++) {
            slots.add(new Slot("temporary" + i, Optional.empty(), Optional.empty(), true));
        }
    }

    private static Map<String, Server> byName(Estate estate) {
        Map<String, Server> byName = new LinkedHashMap<>();
        estate.servers().forEach(server -> byName.put(server.name().value(), server));
        return byName;
    }

    /** Whether the search has come to its end. */
    boolean wasComplete() {
        return visited < statesAtMost;
    }

    int visited() {
        return visited;
    }

    /** The cost of the cheapest way; empty if there is none, or none was found. */
    Optional<Cost> search() {
        State begin = new State(
                slots.stream()
                        .map(slot -> machine(new Identity(
                                slot,
                                slot.start(),
                                false,
                                slot.start().filter(Terms::canHoldMailboxes).isPresent(),
                                false)))
                        .toList(),
                ground(start.forests()));
        Set<State> settled = new HashSet<>();
        PriorityQueue<Edge> open = new PriorityQueue<>(Comparator.comparing(Edge::cost));
        open.add(new Edge(new Cost(0, 0), begin, List.of(), begin));
        visited = 0;
        while (!open.isEmpty() && visited < statesAtMost) {
            Edge edge = open.remove();
            // Whether a step is allowed is asked only when its turn comes: it may lead where another has led already.
            if (settled.contains(edge.to()) || !isAllowed(edge)) {
                continue;
            }
            settled.add(edge.to());
            reachedBy.put(edge.to(), edge);
            visited++;
            if (isGoal(edge.to())) {
                remember(edge);
                return Optional.of(edge.cost());
            }
            addNext(edge.to(), edge.cost(), settled, open);
        }
        return Optional.empty();
    }

    /** The steps of the way that was found, for whoever wonders about its cost. */
    List<String> way() {
        return way.stream().map(Step::sentence).toList();
    }

    private void remember(Edge last) {
        List<Step> backwards = new ArrayList<>();
        for (Edge edge = last; !edge.steps().isEmpty(); edge = Objects.requireNonNull(reachedBy.get(edge.from()))) {
            List<Step> ofEdge = new ArrayList<>(edge.steps());
            Collections.reverse(ofEdge);
            backwards.addAll(ofEdge);
        }
        Collections.reverse(backwards);
        way = backwards;
    }

    private boolean isAllowed(Edge edge) {
        List<String> backedUp = edge.from().machines().stream()
                .filter(machine -> machine.backedUp)
                .map(machine -> machine.slot.name())
                .toList();
        return terms.objections(estate(edge.from()), backedUp, edge.steps()).isEmpty();
    }

    private boolean isGoal(State state) {
        return terms.shortcomings(estate(state)).isEmpty();
    }

    private static Estate estate(State state) {
        List<Server> present = state.machines().stream()
                .flatMap(machine -> machine.server.stream())
                .toList();
        return new Estate(present, state.ground().forests, List.of());
    }

    private void addNext(State state, Cost cost, Set<State> settled, PriorityQueue<Edge> open) {
        List<Edge> next = new ArrayList<>();
        for (Forest forest : state.ground().forests) {
            for (Steps.OfForest change : steps.ofForest(forest)) {
                next.add(new Edge(
                        cost.plus(0, 1),
                        state,
                        List.of(change.step()),
                        new State(state.machines(), ground(List.of(change.after())))));
            }
        }
        for (int i = 0; i < slots.size(); i++) {
            Machine machine = state.machines().get(i);
            // Temporary servers are alike, so the second is not added before the first.
            boolean isItsTurn = !machine.slot.isSwing()
                    || machine.server.isPresent()
                    || i == 0
                    || !slots.get(i - 1).isSwing()
                    || state.machines().get(i - 1).gone
                    || state.machines().get(i - 1).server.isPresent();
            if (isItsTurn) {
                for (Option option : options.computeIfAbsent(machine, this::optionsOf)) {
                    if (!option.losesDirectory() || state.hasDomainControllerBeside(machine)) {
                        next.add(new Edge(
                                cost.plus(option.newMachines(), option.steps().size()),
                                state,
                                option.steps(),
                                state.with(i, option.after())));
                    }
                }
            }
            if (machine.mailboxes) {
                addMoves(state, i, cost, next);
            }
        }
        next.stream().filter(edge -> !settled.contains(edge.to())).forEach(open::add);
    }

    private void addMoves(State state, int from, Cost cost, List<Edge> next) {
        Machine source = state.machines().get(from);
        for (int to = 0; to < slots.size(); to++) {
            Machine destination = state.machines().get(to);
            if (to != from
                    && destination
                            .server
                            .filter(server -> Terms.canTake(server, source.server.orElseThrow()))
                            .isPresent()) {
                State reached = state.with(from, machine(source, source.server, source.backedUp, false))
                        .with(to, machine(destination, destination.server, destination.backedUp, true));
                Step step = new Step.MoveMailboxes(
                        Steps.PLACE, Steps.located(source.slot.name()), Steps.located(destination.slot.name()));
                next.add(new Edge(cost.plus(0, 1), state, List.of(step), reached));
            }
        }
    }

    private List<Option> optionsOf(Machine machine) {
        Slot slot = machine.slot;
        List<Option> found = new ArrayList<>();
        if (machine.gone) {
            // A name that was decommissioned is not added again.
            return found;
        } else if (machine.server.isEmpty()) {
            List<Server> candidates = slot.isSwing()
                    ? steps.temporaryServers(slot.name())
                    : slot.wanted().stream().toList();
            candidates.forEach(
                    candidate -> tryOne(machine, new Step.Add(Steps.PLACE, candidate), slot.isSwing() ? 1 : 0, found));
        } else if (slot.isInBoth()) {
            Server server = machine.server.get();
            Server wanted = slot.wanted().orElseThrow();
            steps.ofServer(server, wanted)
                    .forEach(step -> tryOne(machine, step, takesWhatIsWanted(step, wanted) ? 1 : 0, found));
            tryOne(machine, new Step.Reinstall(Steps.PLACE, slot.wanted().orElseThrow()), 1, found);
        } else if (slot.wanted().isEmpty()) {
            if (!slot.isSwing()) {
                // What goes may be upgraded before, so that the others can come; a swing is added as it has to be.
                Server server = machine.server.get();
                steps.ofServer(server, server).stream()
                        .filter(Step.Upgrade.class::isInstance)
                        .forEach(step -> tryOne(machine, step, 0, found));
            }
            tryOne(machine, new Step.Decommission(Steps.PLACE, Steps.located(slot.name())), 0, found);
        }
        return found;
    }

    /** To uninstall an Exchange that is wanted, be it another release, is to install it anew, and weighs as much. */
    private static boolean takesWhatIsWanted(Step step, Server wanted) {
        return step instanceof Step.Remove remove
                && remove.what().value().equals(Product.EXCHANGE)
                && wanted.installation(Product.EXCHANGE).isPresent();
    }

    /**
     * Takes a step up among what a server could do. A step that rules about this server alone reject, or whose end they
     * reject, is left out at once: beside other servers they say the same.
     */
    private void tryOne(Machine machine, Step step, int newMachines, List<Option> found) {
        boolean losesExchange =
                step instanceof Step.Remove remove && remove.what().value().equals(Product.EXCHANGE);
        boolean losesMachine = step instanceof Step.Reinstall || step instanceof Step.Decommission;
        if (machine.mailboxes && (losesExchange || losesMachine)) {
            return;
        }
        List<Step> all = new ArrayList<>();
        // A backup changes nothing but that upgrades may follow, so it is made directly before the first of them.
        boolean needsBackup = !machine.backedUp
                && step instanceof Step.Upgrade upgrade
                && Set.of(Product.WINDOWS, Product.EXCHANGE)
                        .contains(upgrade.to().productId());
        if (needsBackup) {
            all.add(new Step.BackUp(Steps.PLACE, Steps.located(machine.slot.name())));
        }
        all.add(step);
        Optional<Optional<Server>> after =
                steps.apply(machine.server, machine.backedUp || needsBackup, step, ruleEngine, terms);
        if (after.isEmpty()) {
            return;
        }
        boolean gone = step instanceof Step.Decommission;
        Machine reached = machine(new Identity(
                machine.slot,
                after.get(),
                !gone && !(step instanceof Step.Reinstall) && (machine.backedUp || needsBackup),
                machine.mailboxes,
                gone));
        found.add(new Option(all, reached, newMachines, losesMachine && machine.isDomainController()));
    }

    private Machine machine(Machine before, Optional<Server> server, boolean backedUp, boolean mailboxes) {
        return machine(new Identity(before.slot, server, backedUp, mailboxes, before.gone));
    }

    private Machine machine(Identity identity) {
        String key = identity.slot().name()
                + identity.server().map(Steps::described).orElse("")
                + ' '
                + identity.backedUp()
                + ' '
                + identity.mailboxes()
                + ' '
                + identity.gone();
        return machines.computeIfAbsent(key, same -> new Machine(identity));
    }

    private Ground ground(List<Forest> forests) {
        StringBuilder key = new StringBuilder();
        for (Forest forest : forests) {
            key.append(forest.functionalLevel().map(Located::value).map(Term::id));
            steps.preparations().stream().filter(forest::isPreparedBy).forEach(key::append);
        }
        return grounds.computeIfAbsent(key.toString(), same -> new Ground(forests));
    }
}
