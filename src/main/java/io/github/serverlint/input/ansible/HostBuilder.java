package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A host while an inventory is put together. */
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

    /** What the files of the inventory say beside its name. */
    VariableAssignments inline() {
        return inline;
    }

    /** The groups that name it, with the first place where each does. */
    Map<InventoryGroup, Span> groups() {
        return groups;
    }

    /** The groups that name it and those above them. */
    GroupMembership affiliation() {
        return new GroupMembership(groups.keySet(), outOfUngrouped);
    }

    /** Takes it out of a group in which it has no business, even where another of its groups belongs to that. */
    void leaveUngrouped(InventoryGroup ungrouped) {
        outOfUngrouped |= groups.remove(ungrouped) != null;
    }

    /** Each place that names it. */
    List<Span> declared() {
        return declared;
    }
}
