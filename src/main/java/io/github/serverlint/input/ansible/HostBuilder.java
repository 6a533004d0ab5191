package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builder of a host while an inventory is read. */
final class HostBuilder {
    private final Located<String> name;
    private final VariableAssignments inline = new VariableAssignments();
    private final Map<InventoryGroup, Span> groups = new LinkedHashMap<>();
    private final List<Span> declared = new ArrayList<>();
    private boolean outOfUngrouped;

    HostBuilder(Located<String> name) {
        this.name = name;
    }

    Located<String> located() {
        return name;
    }

    String name() {
        return name.value();
    }

    /** Its variables in the inventory files themselves. */
    VariableAssignments inline() {
        return inline;
    }

    /** The groups that list it, with the first place where each does. */
    Map<InventoryGroup, Span> groups() {
        return groups;
    }

    /** The groups that list it, and their ancestors. */
    GroupMembership membership() {
        return new GroupMembership(groups.keySet(), outOfUngrouped);
    }

    /** Removes it from {@code ungrouped}, even where another of its groups belongs to that. */
    void leaveUngrouped(InventoryGroup ungrouped) {
        outOfUngrouped |= groups.remove(ungrouped) != null;
    }

    /** Each place that lists it. */
    List<Span> declared() {
        return declared;
    }
}
