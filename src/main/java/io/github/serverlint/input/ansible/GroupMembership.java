package io.github.serverlint.input.ansible;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What decides which groups a host belongs to; many hosts share it.
 *
 * @param own the groups that name it
 * @param outOfUngrouped whether it was taken out of {@code ungrouped}, where another of its groups may still belong
 */
record GroupMembership(Set<InventoryGroup> own, boolean outOfUngrouped) {

    /** All groups, in the order in which they speak. */
    List<InventoryGroup> groups() {
        Set<InventoryGroup> groups = new LinkedHashSet<>();
        for (InventoryGroup group : own) {
            groups.add(group);
            groups.addAll(group.ancestors());
        }
        groups.removeIf(group -> outOfUngrouped && group.name().equals(InventoryGroup.UNGROUPED));
        return groups.stream().sorted(InventoryGroup.SPEAKING_ORDER).toList();
    }
}
