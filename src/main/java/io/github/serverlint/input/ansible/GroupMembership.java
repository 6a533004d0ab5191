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
record GroupMembership(Set<GroupBuilder> own, boolean outOfUngrouped) {

    /** All groups, in the order in which they speak. */
    List<GroupBuilder> groups() {
        Set<GroupBuilder> groups = new LinkedHashSet<>();
        for (GroupBuilder groupBuilder : own) {
            groups.add(groupBuilder);
            groups.addAll(groupBuilder.ancestors());
        }
        groups.removeIf(groupBuilder -> outOfUngrouped && groupBuilder.name().equals(GroupBuilder.UNGROUPED));
        return groups.stream().sorted(GroupBuilder.SPEAKING_ORDER).toList();
    }
}
