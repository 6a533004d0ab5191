package io.github.serverlint.layout.ansible;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A host while an inventory is put together. */
final class Member {
    private final Located<String> name;
    private final Saying inline = new Saying();
    private final Map<Group, Span> groups = new LinkedHashMap<>();
    private final List<Span> declared = new ArrayList<>();
    private boolean outOfUngrouped;

    Member(Located<String> name) {
        this.name = name;
    }

    Located<String> located() {
        return name;
    }

    String name() {
        return name.value();
    }

    /** What the files of the inventory say beside its name. */
    Saying inline() {
        return inline;
    }

    /** The groups that name it, with the first place where each does. */
    Map<Group, Span> groups() {
        return groups;
    }

    /** The groups that name it and those above them. */
    Affiliation affiliation() {
        return new Affiliation(groups.keySet(), outOfUngrouped);
    }

    /** Takes it out of a group in which it has no business, even where another of its groups belongs to that. */
    void leaveUngrouped(Group ungrouped) {
        outOfUngrouped |= groups.remove(ungrouped) != null;
    }

    /** Each place that names it. */
    List<Span> declared() {
        return declared;
    }
}
