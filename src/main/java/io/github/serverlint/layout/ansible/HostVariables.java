package io.github.serverlint.layout.ansible;

import io.github.serverlint.layout.ansible.Origin.Kind;
import io.github.serverlint.layout.ansible.Origin.Step;
import io.github.serverlint.layout.ansible.Variable.State;
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

/** The effective variables of one host. Each is put together when it is asked for: most are never. */
final class HostVariables extends AbstractMap<String, Variable> {
    private final Member host;
    private final List<Layer> own;
    private final List<Layer> ofGroups;

    HostVariables(Member host, List<Layer> own, List<Layer> ofGroups) {
        this.host = host;
        this.own = own;
        this.ofGroups = ofGroups;
    }

    /** What one layer says of a variable. */
    private record Claim(Layer layer, Said said) {}

    /** The value that wins and where it was said, without a look at what it is. */
    Optional<Jinja.Found> find(String name) {
        return claims(name).stream()
                .findFirst()
                .map(claim -> new Jinja.Found(claim.said.value(), origin(claim), vaultedAbove(claim.layer)));
    }

    @Override
    public @Nullable Variable get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        List<Claim> claims = claims(name);
        if (claims.isEmpty()) {
            return null;
        }
        Claim winner = claims.get(0);
        Set<Origin> overridden = new LinkedHashSet<>();
        List<Origin> tied = new ArrayList<>();
        for (Claim loser : claims.subList(1, claims.size())) {
            Origin origin = origin(loser);
            // One file can lie beside the playbook and the inventory at once.
            boolean another = !loser.said.place().equals(winner.said.place()) && overridden.add(origin);
            if (another
                    && winner.layer.isLevelWith(loser.layer)
                    && !SameValue.of(winner.said.value(), loser.said.value())) {
                tied.add(origin);
            }
        }
        Node value = winner.said.value();
        State state = new Jinja(host.located(), this::find).resolve(value).state();
        return new Variable(
                value, state, origin(winner), List.copyOf(overridden), List.copyOf(tied), vaultedAbove(winner.layer));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && !claims(name).isEmpty();
    }

    @Override
    public Set<String> keySet() {
        Set<String> names = new TreeSet<>();
        own.forEach(layer -> names.addAll(layer.saying().variables()));
        ofGroups.forEach(layer -> names.addAll(layer.saying().variables()));
        return names;
    }

    @Override
    public Set<Entry<String, Variable>> entrySet() {
        Set<Entry<String, Variable>> entries = new LinkedHashSet<>();
        keySet().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, Objects.requireNonNull(get(name)))));
        return entries;
    }

    @Override
    public int size() {
        return keySet().size();
    }

    /** The files over a layer that nobody can read, the strongest first. */
    private List<Origin> vaultedAbove(Layer lower) {
        List<Origin> vaulted = new ArrayList<>();
        for (List<Layer> layers : List.of(own, ofGroups)) {
            for (Layer layer : layers) {
                if (layer.equals(lower)) {
                    return List.copyOf(vaulted);
                }
                if (layer.encrypted() != null) {
                    vaulted.add(origin(layer, layer.encrypted()));
                }
            }
        }
        return List.copyOf(vaulted);
    }

    private List<Claim> claims(String name) {
        List<Claim> claims = new ArrayList<>();
        for (List<Layer> layers : List.of(own, ofGroups)) {
            for (Layer layer : layers) {
                layer.saying().of(name).forEach(said -> claims.add(new Claim(layer, said)));
            }
        }
        return claims;
    }

    private Origin origin(Claim claim) {
        return origin(claim.layer, claim.said.place());
    }

    private Origin origin(Layer layer, Span place) {
        Group group = layer.group();
        return group == null
                ? new Origin(Kind.HOST, host.name(), List.of(), place)
                : new Origin(Kind.GROUP, group.name(), way(group), place);
    }

    /** The shortest way from a group down to the host; of several, the one that is written first. */
    private List<Step> way(Group from) {
        Map<Group, @Nullable Group> below = new HashMap<>();
        Deque<Group> open = new ArrayDeque<>();
        host.groups().keySet().forEach(group -> {
            if (!below.containsKey(group)) {
                below.put(group, null);
                open.add(group);
            }
        });
        while (!below.containsKey(from) && !open.isEmpty()) {
            Group group = open.removeFirst();
            for (Group parent : group.parents().keySet()) {
                if (!below.containsKey(parent)) {
                    below.put(parent, group);
                    open.add(parent);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        Span named = host.declared().get(0);
        Group group = from;
        for (Group child = below.get(group); child != null; child = below.get(child)) {
            Span place = child.parents().get(group);
            steps.add(new Step(child.name(), place == null ? named : place));
            group = child;
        }
        steps.add(new Step(host.name(), host.groups().getOrDefault(group, named)));
        return List.copyOf(steps);
    }
}
