package io.github.serverlint.change;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Simulation of an estate while steps are applied to it. A step is applied even if rules reject it, so that the
 * following steps can be checked.
 */
public final class EstateSimulation {
    private static final String NO_FOREST = "";
    private static final String UNKNOWN_FOREST = "?";

    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final Map<String, Forest> forests = new LinkedHashMap<>();
    private final Map<String, Map<String, Server>> members = new LinkedHashMap<>();
    private final Set<String> backedUp = new HashSet<>();

    public EstateSimulation(Estate start) {
        start.forests().forEach(this::put);
        start.servers().forEach(this::put);
    }

    /** Marks a server as backed up. */
    public void markBackedUp(String server) {
        backedUp.add(Estate.folded(server));
    }

    public Optional<Server> server(String name) {
        return Optional.ofNullable(servers.get(Estate.folded(name)));
    }

    public Optional<Forest> forest(String name) {
        return Optional.ofNullable(forests.get(Estate.folded(name)));
    }

    /** The current state. */
    public Estate estate() {
        return new Estate(List.copyOf(servers.values()), List.copyOf(forests.values()), List.of());
    }

    /**
     * A forest with its servers, as an estate of its own: no rule looks beyond one forest.
     *
     * @param group its normalized name; the servers of unknown forests form one group
     */
    public Estate group(String group) {
        List<Server> inside = List.copyOf(members.getOrDefault(group, Map.of()).values());
        // With several forests, a server that names none stays without one.
        List<Forest> around = forests.containsKey(group) ? List.of(forests.get(group)) : List.copyOf(forests.values());
        return new Estate(inside, around, List.of());
    }

    /** The group that a server belongs to. */
    public String groupOf(Server server) {
        if (server.forest().isPresent()) {
            String named = Estate.folded(server.forest().get().value());
            return forests.containsKey(named) ? named : UNKNOWN_FOREST;
        }
        return switch (forests.size()) {
            case 0 -> NO_FOREST;
            case 1 -> forests.keySet().iterator().next();
            default -> UNKNOWN_FOREST;
        };
    }

    /** The groups in which a step changes something. */
    public Set<String> groupsOf(Step step) {
        Set<String> groups = new HashSet<>();
        step.forests().forEach(name -> groups.add(Estate.folded(name.value())));
        step.servers().forEach(name -> server(name.value()).ifPresent(server -> groups.add(groupOf(server))));
        if (step instanceof Step.Add add) {
            groups.add(groupOf(add.server()));
        } else if (step instanceof Step.Reinstall reinstall) {
            groups.add(groupOf(reinstall.as()));
        }
        return groups;
    }

    /** Applies a step, and returns what it has changed. */
    public Transition apply(Step step) {
        Transition transition = transition(step);
        if (transition.noEffectReason().isEmpty()) {
            // A server that stays in its forest keeps its position: rules report the first faulty server.
            boolean stays = transition
                    .before()
                    .map(this::groupOf)
                    .equals(transition.after().map(this::groupOf));
            transition.before().filter(server -> !stays).ifPresent(this::remove);
            transition.after().ifPresent(this::put);
            transition.forestAfter().ifPresent(this::put);
        }
        if (step instanceof Step.BackUp backUp) {
            markBackedUp(backUp.server().value());
        } else if (transition.isNewMachine() || transition.after().isEmpty()) {
            // The backup is of a machine that no longer exists.
            step.subjects().forEach(server -> backedUp.remove(Estate.folded(server.value())));
        } else if (transition.upgrades().stream().anyMatch(ProductUpgrade::needsBackup)) {
            // A missing backup is reported once.
            transition.before().ifPresent(server -> markBackedUp(server.name().value()));
        }
        return transition;
    }

    private void put(Server server) {
        String name = Estate.folded(server.name().value());
        servers.put(name, server);
        members.computeIfAbsent(groupOf(server), key -> new LinkedHashMap<>()).put(name, server);
    }

    private void remove(Server server) {
        String name = Estate.folded(server.name().value());
        servers.remove(name);
        members.getOrDefault(groupOf(server), new LinkedHashMap<>()).remove(name);
    }

    private void put(Forest forest) {
        forest.name().ifPresent(name -> forests.put(Estate.folded(name.value()), forest));
    }

    private Transition transition(Step step) {
        if (step instanceof Step.Prepare prepare) {
            return ofForest(step, prepare.forest(), forest -> {
                boolean done = forest.isPreparedBy(prepare.with().value());
                return new Effect<>(
                        forest.with(prepare.with()), done ? forest.described() + " is prepared with it already" : "");
            });
        } else if (step instanceof Step.Raise raise) {
            return ofForest(step, raise.forest(), forest -> {
                boolean present = forest.functionalLevel()
                        .filter(level -> level.value().equals(raise.to().value()))
                        .isPresent();
                return new Effect<>(
                        forest.at(raise.to()), present ? forest.described() + " is at that level already" : "");
            });
        } else if (step instanceof Step.Add add) {
            Optional<Server> present = server(add.server().name().value());
            return ofServer(
                    step,
                    Optional.empty(),
                    Optional.of(add.server()),
                    present.isPresent() ? add.server().quoted() + " is there already" : "");
        }
        Optional<Server> server = step.servers().stream().findFirst().flatMap(name -> server(name.value()));
        if (server.isEmpty()) {
            String absent = step.servers().get(0).value();
            return ofServer(step, Optional.empty(), Optional.empty(), "\"" + absent + "\" is not there");
        }
        if (step instanceof Step.Decommission) {
            return ofServer(step, server, Optional.empty(), "");
        }
        Effect<Server> effect = effect(step, server.get());
        return ofServer(step, server, Optional.of(effect.after()), effect.noEffectReason());
    }

    /** Effect of a step on a server or a forest, and why it has none, if so. */
    private record Effect<T>(T after, String noEffectReason) {}

    private Effect<Server> effect(Step step, Server server) {
        if (step instanceof Step.Upgrade upgrade) {
            return installed(server, upgrade.to(), true);
        } else if (step instanceof Step.Install install) {
            return installed(server, install.release(), false);
        } else if (step instanceof Step.Remove remove) {
            String what = remove.what().value();
            boolean present = server.runs(what)
                    || server.components().stream()
                            .anyMatch(component -> component.value().id().equals(what));
            return new Effect<>(server.without(what), present ? "" : server.quoted() + " does not have it");
        } else if (step instanceof Step.Enable enable) {
            List<Located<Term>> features = new ArrayList<>(server.features());
            features.add(enable.feature());
            return new Effect<>(
                    server.enabling(features),
                    isEnabled(server, enable.feature()) ? "it is enabled on " + server.quoted() + " already" : "");
        } else if (step instanceof Step.Disable disable) {
            List<Located<Term>> others = server.features().stream()
                    .filter(feature -> !feature.value().equals(disable.feature().value()))
                    .toList();
            return new Effect<>(
                    server.enabling(others),
                    isEnabled(server, disable.feature()) ? "" : "it is not enabled on " + server.quoted());
        } else if (step instanceof Step.Reinstall reinstall) {
            return new Effect<>(reinstall.as(), "");
        } else if (step instanceof Step.MoveMailboxes move) {
            return new Effect<>(server, moveProblem(move));
        }
        // A backup changes no value of a definition, but is not without effect.
        return new Effect<>(server, "");
    }

    private static Effect<Server> installed(Server server, Step.ProductRelease what, boolean upgrade) {
        Optional<Installation> old = server.installation(what.productId());
        if (old.isEmpty()) {
            return new Effect<>(server.with(what.productId(), what.installation()), "");
        }
        Installation now = old.get().upgradedTo(what.installation());
        boolean same = now.release().equals(old.get().release())
                && values(now).equals(values(old.get()))
                && !(upgrade && old.get().isSetupInProgress());
        return new Effect<>(
                server.with(what.productId(), now),
                same ? server.quoted() + " runs " + old.get().name() + " already" : "");
    }

    private static List<Optional<?>> values(Installation installation) {
        return List.of(
                installation.level().map(Located::value),
                installation.edition().map(Located::value),
                installation.architecture().map(Located::value));
    }

    private static boolean isEnabled(Server server, Located<Term> feature) {
        return server.features().stream().anyMatch(known -> known.value().equals(feature.value()));
    }

    private String moveProblem(Step.MoveMailboxes move) {
        if (Estate.folded(move.from().value()).equals(Estate.folded(move.to().value()))) {
            return "both are the same server";
        }
        for (Located<String> name : move.servers()) {
            Optional<Server> server = server(name.value());
            if (server.isEmpty()) {
                return "\"" + name.value() + "\" is not there";
            } else if (!server.get().runs(Product.EXCHANGE)) {
                return server.get().quoted() + " runs no Exchange";
            }
        }
        return "";
    }

    private Transition ofServer(Step step, Optional<Server> before, Optional<Server> after, String noEffectReason) {
        boolean backedUpBefore = before.filter(
                        server -> backedUp.contains(Estate.folded(server.name().value())))
                .isPresent();
        List<Server> frontEnds =
                before.filter(Server::isBackEnd).map(this::frontEndsOf).orElse(List.of());
        return new Transition(
                Optional.of(step),
                step.place(),
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                backedUpBefore,
                noEffectReason,
                frontEnds,
                List.of());
    }

    private List<Server> frontEndsOf(Server server) {
        return members.getOrDefault(groupOf(server), Map.of()).values().stream()
                .filter(Server::isFrontEnd)
                .toList();
    }

    private Transition ofForest(Step step, Located<String> name, Function<Forest, Effect<Forest>> change) {
        Optional<Forest> forest = forest(name.value());
        Optional<Effect<Forest>> effect = forest.map(change);
        return new Transition(
                Optional.of(step),
                step.place(),
                Optional.empty(),
                Optional.empty(),
                forest,
                effect.map(Effect::after),
                false,
                effect.map(Effect::noEffectReason).orElse("\"" + name.value() + "\" is defined nowhere"),
                List.of(),
                domainControllersOf(Estate.folded(name.value())));
    }

    private List<Server> domainControllersOf(String group) {
        return members.getOrDefault(group, Map.of()).values().stream()
                .filter(Server::isDomainController)
                .toList();
    }
}
