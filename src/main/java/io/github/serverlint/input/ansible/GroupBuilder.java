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

/** A group while an inventory is put together. */
final class GroupBuilder {
    /** The group of all hosts, and that of the hosts in no other. */
    static final String ALL = "all";

    static final String UNGROUPED = "ungrouped";

    /** The order in which groups speak: what a later one says wins. */
    static final Comparator<GroupBuilder> SPEAKING_ORDER = Comparator.comparingInt(GroupBuilder::depth)
            .thenComparing(GroupBuilder::priority)
            .thenComparing(GroupBuilder::name, CodePointOrder.ORDER);

    private final String name;
    private final VariableAssignments inline = new VariableAssignments();
    private final Map<GroupBuilder, @Nullable Span> parents = new LinkedHashMap<>();
    private final Set<GroupBuilder> children = new LinkedHashSet<>();
    private @Nullable Span defined;
    private BigInteger priority = BigInteger.ONE;
    private int depth;

    GroupBuilder(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isAll() {
        return name.equals(ALL);
    }

    /** What its {@code vars} say in the files of the inventory. */
    VariableAssignments inline() {
        return inline;
    }

    /** Where it is first written; nowhere for a group that is there by itself. */
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

    /** The longest way down from {@code all}. */
    int depth() {
        return depth;
    }

    void deepenTo(int value) {
        depth = Math.max(depth, value);
    }

    Set<GroupBuilder> children() {
        return children;
    }

    /** Its parents, with the place that makes it their child; none if it is one by itself. */
    Map<GroupBuilder, @Nullable Span> parents() {
        return parents;
    }

    void addChild(GroupBuilder child, @Nullable Span place) {
        if (children.add(child)) {
            child.parents.put(this, place);
        }
    }

    /** Its parents and theirs. */
    Set<GroupBuilder> ancestors() {
        Set<GroupBuilder> ancestors = new LinkedHashSet<>();
        Deque<GroupBuilder> open = new ArrayDeque<>(parents.keySet());
        while (!open.isEmpty()) {
            GroupBuilder groupBuilder = open.removeFirst();
            if (ancestors.add(groupBuilder)) {
                open.addAll(groupBuilder.parents.keySet());
            }
        }
        return ancestors;
    }

    /** Whether two groups differ by name only in their turn to speak. */
    boolean isLevelWith(GroupBuilder other) {
        return depth == other.depth && priority.equals(other.priority);
    }

    @Override
    public String toString() {
        return name;
    }
}
