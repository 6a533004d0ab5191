package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group while an inventory is read. */
final class InventoryGroup {
    /** The implicit groups: all hosts, and the hosts in no other group. */
    static final String ALL = "all";

    static final String UNGROUPED = "ungrouped";

    /** The order of precedence, lowest first. */
    static final Comparator<InventoryGroup> PRECEDENCE = Comparator.comparingInt(InventoryGroup::depth)
            .thenComparing(InventoryGroup::priority)
            .thenComparing(InventoryGroup::name, CodePointOrder.ORDER);

    private final String name;
    private final VariableAssignments inline = new VariableAssignments();
    private final Map<InventoryGroup, @Nullable Span> parents = new LinkedHashMap<>();
    private final Set<InventoryGroup> children = new LinkedHashSet<>();
    private @Nullable Span defined;
    private BigInteger priority = BigInteger.ONE;
    private int depth;

    InventoryGroup(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isAll() {
        return name.equals(ALL);
    }

    /** Its {@code vars} in the inventory files. */
    VariableAssignments inline() {
        return inline;
    }

    /** Where it is first defined; null for an implicit group. */
    @Nullable
    Span defined() {
        return defined;
    }

    void definedAt(Span place) {
        defined = defined == null ? place : defined;
    }

    BigInteger priority() {
        return priority;
    }

    void prioritize(BigInteger value) {
        priority = value;
    }

    /** The length of the longest path from {@code all}. */
    int depth() {
        return depth;
    }

    void deepenTo(int value) {
        depth = Math.max(depth, value);
    }

    Set<InventoryGroup> children() {
        return children;
    }

    /** Its parents, each with the place of the membership; null for an implicit one. */
    Map<InventoryGroup, @Nullable Span> parents() {
        return parents;
    }

    void addChild(InventoryGroup child, @Nullable Span place) {
        if (children.add(child)) {
            child.parents.put(this, place);
        }
    }

    /** All groups above it. */
    Set<InventoryGroup> ancestors() {
        Set<InventoryGroup> ancestors = new LinkedHashSet<>();
        Deque<InventoryGroup> open = new ArrayDeque<>(parents.keySet());
        while (!open.isEmpty()) {
            InventoryGroup group = open.removeFirst();
            if (ancestors.add(group)) {
                open.addAll(group.parents.keySet());
            }
        }
        return ancestors;
    }

    /** Whether only the names of two groups decide their precedence. */
    boolean isTiedByName(InventoryGroup other) {
        return depth == other.depth && priority.equals(other.priority);
    }

    @Override
    public String toString() {
        return name;
    }
}
