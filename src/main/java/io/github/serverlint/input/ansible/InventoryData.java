package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups and hosts of an inventory, as its files name them one after the other. */
final class InventoryData {
    /** More hosts than anybody lists in files: 1,000,000. */
    static final int MOST_HOSTS = 1_000_000;

    private final Map<String, InventoryGroup> groups = new LinkedHashMap<>();
    private final Map<String, HostBuilder> hosts = new LinkedHashMap<>();
    private final InventoryGroup all = group(InventoryGroup.ALL);
    private final InventoryGroup ungrouped = group(InventoryGroup.UNGROUPED);
    private boolean overfull;

    InventoryData() {
        all.addChild(ungrouped, null);
    }

    Collection<InventoryGroup> groups() {
        return groups.values();
    }

    Collection<HostBuilder> hosts() {
        return hosts.values();
    }

    boolean hasGroup(String name) {
        return groups.containsKey(name);
    }

    boolean hasHost(String name) {
        return hosts.containsKey(name);
    }

    InventoryGroup group(String name) {
        return groups.computeIfAbsent(name, InventoryGroup::new);
    }

    boolean isFull() {
        return hosts.size() >= MOST_HOSTS;
    }

    /** Whether a host was left out because it is full. */
    boolean isOverfull() {
        return overfull;
    }

    void overfill() {
        overfull = true;
    }

    /** A host that a group names. */
    HostBuilder host(Located<String> name, InventoryGroup group) {
        HostBuilder host = hosts.computeIfAbsent(name.value(), any -> new HostBuilder(name));
        host.groups().putIfAbsent(group, name.place());
        List<Span> declared = host.declared();
        if (declared.isEmpty() || !declared.get(declared.size() - 1).equals(name.place())) {
            declared.add(name.place());
        }
        return host;
    }

    /** Says a variable of a host. Where a group has its name, Ansible says it of the group. */
    void say(HostBuilder host, String variable, Node value, Span place) {
        InventoryGroup namesake = groups.get(host.name());
        (namesake == null ? host.inline() : namesake.inline()).say(variable, value, place);
    }

    /** Puts a group under another; false if that would make a loop. */
    boolean addChild(InventoryGroup parent, InventoryGroup child, @Nullable Span place) {
        if (parent.children().contains(child)) {
            return true;
        }
        if (parent == child || parent.ancestors().contains(child)) {
            return false;
        }
        parent.addChild(child, place);
        return true;
    }

    /** What Ansible does when all files are read: all groups belong to {@code all}, and no host to no group. */
    void settle() {
        for (InventoryGroup group : groups.values()) {
            if (!group.isAll() && group.parents().isEmpty()) {
                addChild(all, group, group.defined());
            }
        }
        for (HostBuilder host : hosts.values()) {
            settle(host);
        }
        measureDepths();
    }

    private void settle(HostBuilder host) {
        Set<InventoryGroup> own = host.groups().keySet();
        boolean elsewhere = own.stream().anyMatch(group -> group != all && group != ungrouped);
        if (elsewhere) {
            host.leaveUngrouped(ungrouped);
        } else if (!own.contains(ungrouped)) {
            InventoryGroup namesake = groups.get(host.name());
            if (namesake == null) {
                host.groups().put(ungrouped, host.declared().get(0));
            } else {
                // Ansible means the host, but finds the group by that name.
                addChild(ungrouped, namesake, null);
            }
        }
    }

    private void measureDepths() {
        Map<InventoryGroup, Integer> unmeasuredParents = new HashMap<>();
        groups.values()
                .forEach(group -> unmeasuredParents.put(group, group.parents().size()));
        Deque<InventoryGroup> open = new ArrayDeque<>(List.of(all));
        while (!open.isEmpty()) {
            InventoryGroup group = open.removeFirst();
            for (InventoryGroup child : group.children()) {
                child.deepenTo(group.depth() + 1);
                if (Objects.requireNonNull(unmeasuredParents.merge(child, -1, Integer::sum)) == 0) {
                    open.add(child);
                }
            }
        }
    }
}
