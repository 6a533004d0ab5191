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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Groups and hosts of an inventory while its files are read, with the same steps as Ansible's <a
 * href="https://github.com/ansible/ansible/blob/devel/lib/ansible/inventory/data.py">InventoryData</a>.
 */
final class InventoryData {
    /** Limit on the number of hosts: 1,000,000. */
    static final int MAX_HOSTS = 1_000_000;

    private final Map<String, InventoryGroup> groups = new LinkedHashMap<>();
    private final Map<String, HostBuilder> hosts = new LinkedHashMap<>();
    private final InventoryGroup all = group(InventoryGroup.ALL);
    private final InventoryGroup ungrouped = group(InventoryGroup.UNGROUPED);
    private boolean truncated;

    InventoryData() {
        all.addChild(ungrouped, null);
    }

    Collection<InventoryGroup> groups() {
        return groups.values();
    }

    Collection<HostBuilder> hosts() {
        return hosts.values();
    }

    /** The names of the groups directly above each group. */
    Map<String, Set<String>> parents() {
        return groups.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        InventoryGroup::name,
                        group -> group.parents().keySet().stream()
                                .map(InventoryGroup::name)
                                .collect(Collectors.toUnmodifiableSet())));
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
        return hosts.size() >= MAX_HOSTS;
    }

    /** Whether a host was left out because of the limit. */
    boolean isTruncated() {
        return truncated;
    }

    void markTruncated() {
        truncated = true;
    }

    /** Adds a host to a group. */
    HostBuilder host(Located<String> name, InventoryGroup group) {
        HostBuilder host = hosts.computeIfAbsent(name.value(), any -> new HostBuilder(name));
        host.groups().putIfAbsent(group, name.place());
        List<Span> declared = host.declared();
        if (declared.isEmpty() || !declared.get(declared.size() - 1).equals(name.place())) {
            declared.add(name.place());
        }
        return host;
    }

    /** Assigns a variable to a host. If a group has the same name, Ansible assigns it to the group. */
    void assign(HostBuilder host, String variable, Node value, Span place) {
        InventoryGroup namesake = groups.get(host.name());
        (namesake == null ? host.inline() : namesake.inline()).assign(variable, value, place);
    }

    /** Adds a child group; false if that would create a cycle. */
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

    /**
     * Completes the memberships after all files are read, as Ansible does: every group belongs to {@code all}, and
     * every host to a group.
     */
    void completeMemberships() {
        for (InventoryGroup group : groups.values()) {
            if (!group.isAll() && group.parents().isEmpty()) {
                addChild(all, group, group.defined());
            }
        }
        for (HostBuilder host : hosts.values()) {
            completeMemberships(host);
        }
        computeDepths();
    }

    private void completeMemberships(HostBuilder host) {
        Set<InventoryGroup> own = host.groups().keySet();
        boolean elsewhere = own.stream().anyMatch(group -> group != all && group != ungrouped);
        if (elsewhere) {
            host.leaveUngrouped(ungrouped);
        } else if (!own.contains(ungrouped)) {
            InventoryGroup namesake = groups.get(host.name());
            if (namesake == null) {
                host.groups().put(ungrouped, host.declared().get(0));
            } else {
                // Ansible looks up the host, but finds the group of that name.
                addChild(ungrouped, namesake, null);
            }
        }
    }

    private void computeDepths() {
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
