package io.github.serverlint.input.ansible;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.input.ansible.VariableOrigin.OriginKind;
import io.github.serverlint.input.ansible.VariableOrigin.OriginStep;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The effective variables of one host, each resolved on access: most are never read.
 *
 * <p>Implements Ansible's <a
 * href="https://docs.ansible.com/ansible/latest/reference_appendices/general_precedence.html">precedence of
 * variables</a> for inventories.
 */
final class HostVariables extends AbstractMap<String, EffectiveVariable> {
    private final HostBuilder host;
    private final List<VariableLayer> own;
    private final List<VariableLayer> ofGroups;

    HostVariables(HostBuilder host, List<VariableLayer> own, List<VariableLayer> ofGroups) {
        this.host = host;
        this.own = own;
        this.ofGroups = ofGroups;
    }

    /** The value of a variable in one layer. */
    private record Candidate(VariableLayer layer, VariableAssignment assignment) {}

    /** The effective value with its origin, not yet rendered. */
    Optional<JinjaRenderer.RawVariable> find(String name) {
        return candidates(name).stream()
                .findFirst()
                .map(candidate -> new JinjaRenderer.RawVariable(
                        candidate.assignment.value(), origin(candidate), vaultedAbove(candidate.layer)));
    }

    @Override
    public @Nullable EffectiveVariable get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        List<Candidate> candidates = candidates(name);
        if (candidates.isEmpty()) {
            return null;
        }
        Candidate winner = candidates.get(0);
        Set<VariableOrigin> overridden = new LinkedHashSet<>();
        List<VariableOrigin> tied = new ArrayList<>();
        for (Candidate loser : candidates.subList(1, candidates.size())) {
            VariableOrigin variableOrigin = origin(loser);
            // One file can belong to the playbook and the inventory at the same time.
            boolean another =
                    !loser.assignment.place().equals(winner.assignment.place()) && overridden.add(variableOrigin);
            if (another
                    && winner.layer.isTiedByName(loser.layer)
                    && !ValueEquality.of(winner.assignment.value(), loser.assignment.value())) {
                tied.add(variableOrigin);
            }
        }
        Node value = winner.assignment.value();
        VariableState variableState =
                new JinjaRenderer(host.located(), this::find).resolve(value).state();
        return new EffectiveVariable(
                value,
                variableState,
                origin(winner),
                List.copyOf(overridden),
                List.copyOf(tied),
                vaultedAbove(winner.layer));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && !candidates(name).isEmpty();
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new TreeSet<>();
        own.forEach(variableLayer -> names.addAll(variableLayer.assignments().variables()));
        ofGroups.forEach(
                variableLayer -> names.addAll(variableLayer.assignments().variables()));
        return names;
    }

    @Override
    public Set<Entry<String, EffectiveVariable>> entrySet() {
        Set<Entry<String, EffectiveVariable>> entries = new LinkedHashSet<>();
        keySet().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, Objects.requireNonNull(get(name)))));
        return entries;
    }

    @Override
    public int size() {
        return keySet().size();
    }

    /** The encrypted files above a layer, highest precedence first. */
    private List<VariableOrigin> vaultedAbove(VariableLayer lower) {
        List<VariableOrigin> vaulted = new ArrayList<>();
        for (List<VariableLayer> layers : List.of(own, ofGroups)) {
            for (VariableLayer variableLayer : layers) {
                if (variableLayer.equals(lower)) {
                    return List.copyOf(vaulted);
                }
                if (variableLayer.encrypted() != null) {
                    vaulted.add(origin(variableLayer, variableLayer.encrypted()));
                }
            }
        }
        return List.copyOf(vaulted);
    }

    private List<Candidate> candidates(String name) {
        List<Candidate> candidates = new ArrayList<>();
        for (List<VariableLayer> layers : List.of(own, ofGroups)) {
            for (VariableLayer variableLayer : layers) {
                variableLayer
                        .assignments()
                        .of(name)
                        .forEach(
                                variableAssignment -> candidates.add(new Candidate(variableLayer, variableAssignment)));
            }
        }
        return candidates;
    }

    private VariableOrigin origin(Candidate candidate) {
        return origin(candidate.layer, candidate.assignment.place());
    }

    private VariableOrigin origin(VariableLayer variableLayer, Span place) {
        InventoryGroup group = variableLayer.group();
        return group == null
                ? new VariableOrigin(OriginKind.HOST, host.name(), List.of(), place)
                : new VariableOrigin(OriginKind.GROUP, group.name(), shortestPath(group), place);
    }

    /** The shortest path from a group down to the host; of several, the one that is written first. */
    private List<OriginStep> shortestPath(InventoryGroup from) {
        Map<InventoryGroup, @Nullable InventoryGroup> below = new HashMap<>();
        Deque<InventoryGroup> open = new ArrayDeque<>();
        host.groups().keySet().forEach(group -> {
            if (!below.containsKey(group)) {
                below.put(group, null);
                open.add(group);
            }
        });
        while (!below.containsKey(from) && !open.isEmpty()) {
            InventoryGroup group = open.removeFirst();
            for (InventoryGroup parent : group.parents().keySet()) {
                if (!below.containsKey(parent)) {
                    below.put(parent, group);
                    open.add(parent);
                }
            }
        }
        List<OriginStep> steps = new ArrayList<>();
        Span named = host.declared().get(0);
        InventoryGroup group = from;
        for (InventoryGroup child = below.get(group); child != null; child = below.get(child)) {
            Span place = child.parents().get(group);
            steps.add(new OriginStep(child.name(), place == null ? named : place));
            group = child;
        }
        steps.add(new OriginStep(host.name(), host.groups().getOrDefault(group, named)));
        return List.copyOf(steps);
    }
}
