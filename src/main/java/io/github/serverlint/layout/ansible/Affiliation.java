package io.github.serverlint.layout.ansible;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What decides which groups a host belongs to; many hosts share it.
 *
 * @param own the groups that name it
 * @param outOfUngrouped whether it was taken out of {@code ungrouped}, where another of its groups may still belong
 */
record Affiliation(Set<Group> own, boolean outOfUngrouped) {

    /** All groups, in the order in which they speak. */
    List<Group> groups() {
        Set<Group> groups = new LinkedHashSet<>();
        for (Group group : own) {
            groups.add(group);
            groups.addAll(group.ancestors());
        }
        groups.removeIf(group -> outOfUngrouped && group.name().equals(Group.UNGROUPED));
        return groups.stream().sorted(Group.SPEAKING_ORDER).toList();
    }
}
