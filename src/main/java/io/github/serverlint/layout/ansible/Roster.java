package io.github.serverlint.layout.ansible;

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
final class Roster {
    /** More hosts than anybody lists in files: 1,000,000. */
    static final int MOST_HOSTS = 1_000_000;

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Member> hosts = new LinkedHashMap<>();
    private final Group all = group(Group.ALL);
    private final Group ungrouped = group(Group.UNGROUPED);
    private boolean overfull;

    Roster() {
        all.addChild(ungrouped, null);
    }

    Collection<Group> groups() {
        return groups.values();
    }

    Collection<Member> hosts() {
        return hosts.values();
    }

    boolean hasGroup(String name) {
        return groups.containsKey(name);
    }

    boolean hasHost(String name) {
        return hosts.containsKey(name);
    }

    Group group(String name) {
        return groups.computeIfAbsent(name, Group::new);
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
    Member host(Located<String> name, Group group) {
        Member host = hosts.computeIfAbsent(name.value(), any -> new Member(name));
        host.groups().putIfAbsent(group, name.place());
        List<Span> declared = host.declared();
        if (declared.isEmpty() || !declared.get(declared.size() - 1).equals(name.place())) {
            declared.add(name.place());
        }
        return host;
    }

    /** Says a variable of a host. Where a group has its name, Ansible says it of the group. */
    void say(Member host, String variable, Node value, Span place) {
        Group namesake = groups.get(host.name());
        (namesake == null ? host.inline() : namesake.inline()).say(variable, value, place);
    }

    /** Puts a group under another; false if that would make a loop. */
    boolean addChild(Group parent, Group child, @Nullable Span place) {
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
        for (Group group : groups.values()) {
            if (!group.isAll() && group.parents().isEmpty()) {
                addChild(all, group, group.defined());
            }
        }
        for (Member host : hosts.values()) {
            settle(host);
        }
        measureDepths();
    }

    private void settle(Member host) {
        Set<Group> own = host.groups().keySet();
        boolean elsewhere = own.stream().anyMatch(group -> group != all && group != ungrouped);
        if (elsewhere) {
            host.leaveUngrouped(ungrouped);
        } else if (!own.contains(ungrouped)) {
            Group namesake = groups.get(host.name());
            if (namesake == null) {
                host.groups().put(ungrouped, host.declared().get(0));
            } else {
                // Ansible means the host, but finds the group by that name.
                addChild(ungrouped, namesake, null);
            }
        }
    }

    private void measureDepths() {
        Map<Group, Integer> unmeasuredParents = new HashMap<>();
        groups.values()
                .forEach(group -> unmeasuredParents.put(group, group.parents().size()));
        Deque<Group> open = new ArrayDeque<>(List.of(all));
        while (!open.isEmpty()) {
            Group group = open.removeFirst();
            for (Group child : group.children()) {
                child.deepenTo(group.depth() + 1);
                if (Objects.requireNonNull(unmeasuredParents.merge(child, -1, Integer::sum)) == 0) {
                    open.add(child);
                }
            }
        }
    }
}
