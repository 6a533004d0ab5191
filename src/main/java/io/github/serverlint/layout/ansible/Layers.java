package io.github.serverlint.layout.ansible;

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

/** The layers of variables over each host; hosts of the same groups share those of the groups. */
final class Layers {
    /** In this order they lie over each other. */
    private static final int INLINE = 0;

    /** Files beside the playbook lie over those beside all sources of the inventory, which count from 1. */
    private static final int PLAYBOOK = Integer.MAX_VALUE;

    private final List<String> bases;
    private final Optional<String> playbook;
    private final VarsFiles files;
    private final Map<Affiliation, OfGroups> shared = new HashMap<>();
    private final Map<Group, Map<Integer, List<Layer>>> byGroup = new HashMap<>();

    /**
     * The layers of an inventory.
     *
     * @param bases the folders of the sources, in their order
     */
    Layers(List<String> bases, Optional<String> playbook, VarsFiles files) {
        // A folder that comes again is read over everything in between.
        this.bases = lastOfEach(bases);
        this.playbook = playbook;
        this.files = files;
    }

    /** The groups of some hosts in the order in which they speak, and their layers, the strongest first. */
    record OfGroups(List<Group> groups, List<Layer> layers) {}

    OfGroups of(Affiliation affiliation) {
        return shared.computeIfAbsent(affiliation, any -> {
            List<Group> groups = affiliation.groups();
            return new OfGroups(groups, layers(groups));
        });
    }

    /** The layers of the host itself, the strongest first. */
    List<Layer> of(Member host) {
        List<Layer> layers = new ArrayList<>();
        addIfTold(new Layer(null, INLINE, host.inline(), null), layers);
        for (int i = 0; i < bases.size(); i++) {
            layers.addAll(read(bases.get(i), VarsFiles.HOST_VARS, host.name(), null, i + 1));
        }
        playbook.ifPresent(base -> layers.addAll(read(base, VarsFiles.HOST_VARS, host.name(), null, PLAYBOOK)));
        Collections.reverse(layers);
        return layers;
    }

    private List<Layer> layers(List<Group> groups) {
        List<Group> all = groups.stream().filter(Group::isAll).toList();
        List<Group> others = groups.stream().filter(group -> !group.isAll()).toList();
        List<Layer> layers = new ArrayList<>();
        add(all, INLINE, layers);
        add(others, INLINE, layers);
        for (List<Group> some : List.of(all, others)) {
            for (int i = 0; i < bases.size(); i++) {
                add(some, i + 1, layers);
            }
            add(some, PLAYBOOK, layers);
        }
        Collections.reverse(layers);
        return List.copyOf(layers);
    }

    private void add(List<Group> groups, int rank, List<Layer> layers) {
        groups.forEach(group -> layers.addAll(byGroup.computeIfAbsent(group, any -> new HashMap<>())
                .computeIfAbsent(rank, any -> read(group, rank))));
    }

    private List<Layer> read(Group group, int rank) {
        if (rank == INLINE) {
            List<Layer> inline = new ArrayList<>();
            addIfTold(new Layer(group, INLINE, group.inline(), null), inline);
            return inline;
        }
        Optional<String> base = rank == PLAYBOOK ? playbook : Optional.of(bases.get(rank - 1));
        return base.map(path -> read(path, VarsFiles.GROUP_VARS, group.name(), group, rank))
                .orElse(List.of());
    }

    private List<Layer> read(String base, String kind, String name, @Nullable Group group, int rank) {
        List<Layer> layers = new ArrayList<>();
        for (VarsFile file : files.of(base, kind, name)) {
            Span encrypted = file.encrypted() ? Span.at(file.file(), 1, 1) : null;
            addIfTold(new Layer(group, rank, file.saying(), encrypted), layers);
        }
        return layers;
    }

    private static void addIfTold(Layer layer, List<Layer> layers) {
        if (!layer.saying().isEmpty() || layer.encrypted() != null) {
            layers.add(layer);
        }
    }

    private static List<String> lastOfEach(List<String> bases) {
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
