package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The layers of variables of each host by Ansible's <a
 * href="https://docs.ansible.com/ansible/latest/reference_appendices/general_precedence.html">variable precedence</a>.
 * Hosts with the same groups share the layers of the groups.
 */
final class VariableLayers {
    /** The lowest rank: variables in the inventory files themselves. */
    private static final int INLINE = 0;

    /** Files beside the playbook override those beside the sources of the inventory, whose ranks count from 1. */
    private static final int PLAYBOOK = Integer.MAX_VALUE;

    private final List<String> bases;
    private final Optional<String> playbook;
    private final VarsFiles files;
    private final Map<GroupMembership, OfGroups> shared = new HashMap<>();
    private final Map<InventoryGroup, Map<Integer, List<VariableLayer>>> byGroup = new HashMap<>();

    /**
     * Creates the layers of an inventory.
     *
     * @param bases the folders of the sources, in their order
     */
    VariableLayers(List<String> bases, Optional<String> playbook, VarsFiles files) {
        // A repeated folder overrides everything in between.
        this.bases = lastOccurrences(bases);
        this.playbook = playbook;
        this.files = files;
    }

    /** The groups of a host, lowest precedence first, and their layers, highest precedence first. */
    record OfGroups(List<InventoryGroup> groups, List<VariableLayer> layers) {}

    OfGroups of(GroupMembership groupMembership) {
        return shared.computeIfAbsent(groupMembership, any -> {
            List<InventoryGroup> groups = groupMembership.groups();
            return new OfGroups(groups, layers(groups));
        });
    }

    /** The layers of the host itself, highest precedence first. */
    List<VariableLayer> of(HostBuilder host) {
        List<VariableLayer> layers = new ArrayList<>();
        addUnlessEmpty(new VariableLayer(null, INLINE, host.inline(), null), layers);
        for (int i = 0; i < bases.size(); i++) {
            layers.addAll(read(bases.get(i), VarsFiles.HOST_VARS, host.name(), null, i + 1));
        }
        playbook.ifPresent(base -> layers.addAll(read(base, VarsFiles.HOST_VARS, host.name(), null, PLAYBOOK)));
        Collections.reverse(layers);
        return layers;
    }

    private List<VariableLayer> layers(List<InventoryGroup> groups) {
        List<InventoryGroup> all = groups.stream().filter(InventoryGroup::isAll).toList();
        List<InventoryGroup> others =
                groups.stream().filter(group -> !group.isAll()).toList();
        List<VariableLayer> layers = new ArrayList<>();
        add(all, INLINE, layers);
        add(others, INLINE, layers);
        for (List<InventoryGroup> some : List.of(all, others)) {
            for (int i = 0; i < bases.size(); i++) {
                add(some, i + 1, layers);
            }
            add(some, PLAYBOOK, layers);
        }
        Collections.reverse(layers);
        return List.copyOf(layers);
    }

    private void add(List<InventoryGroup> groups, int rank, List<VariableLayer> layers) {
        groups.forEach(group -> layers.addAll(byGroup.computeIfAbsent(group, any -> new HashMap<>())
                .computeIfAbsent(rank, any -> read(group, rank))));
    }

    private List<VariableLayer> read(InventoryGroup group, int rank) {
        if (rank == INLINE) {
            List<VariableLayer> inline = new ArrayList<>();
            addUnlessEmpty(new VariableLayer(group, INLINE, group.inline(), null), inline);
            return inline;
        }
        Optional<String> base = rank == PLAYBOOK ? playbook : Optional.of(bases.get(rank - 1));
        return base.map(path -> read(path, VarsFiles.GROUP_VARS, group.name(), group, rank))
                .orElse(List.of());
    }

    private List<VariableLayer> read(String base, String kind, String name, @Nullable InventoryGroup group, int rank) {
        List<VariableLayer> layers = new ArrayList<>();
        for (VarsFile file : files.of(base, kind, name)) {
            Span encrypted = file.encrypted() ? Span.at(file.file(), 1, 1) : null;
            addUnlessEmpty(new VariableLayer(group, rank, file.assignments(), encrypted), layers);
        }
        return layers;
    }

    private static void addUnlessEmpty(VariableLayer variableLayer, List<VariableLayer> layers) {
        if (!variableLayer.assignments().isEmpty() || variableLayer.encrypted() != null) {
            layers.add(variableLayer);
        }
    }

    private static List<String> lastOccurrences(List<String> bases) {
        List<String> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = bases.size() - 1; i >= 0; i--) {
            if (seen.add(bases.get(i))) {
                kept.add(0, bases.get(i));
            }
        }
        return kept;
    }
}
