package io.github.serverlint.input.ansible;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The direct groups of a host, from which all its groups follow; shared by many hosts.
 *
 * @param own the groups that list it directly
 * @param outOfUngrouped whether it was removed from {@code ungrouped}, to which another of its groups may still belong
 */
record GroupMembership(Set<InventoryGroup> own, boolean outOfUngrouped) {

    /** All groups, lowest precedence first. */
    List<InventoryGroup> groups() {
        Set<InventoryGroup> groups = new LinkedHashSet<>();
        for (InventoryGroup group : own) {
            groups.add(group);
            groups.addAll(group.ancestors());
        }
        groups.removeIf(group -> outOfUngrouped && group.name().equals(InventoryGroup.UNGROUPED));
        return groups.stream().sorted(InventoryGroup.PRECEDENCE).toList();
    }
}
