package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assignments of variables with the same precedence, of which the last wins. */
final class VariableAssignments {
    private final Map<String, List<VariableAssignment>> byVariable = new LinkedHashMap<>();

    void assign(Entry variable) {
        assign(variable.name(), variable.value(), variable.key().place());
    }

    void assign(String variable, Node value, Span place) {
        VariableAssignment variableAssignment = new VariableAssignment(value, place);
        List<VariableAssignment> all = byVariable.computeIfAbsent(variable, any -> new ArrayList<>(1));
        // Several aliases can lead to the same assignment.
        boolean again = !all.isEmpty() && isSame(all.get(all.size() - 1), variableAssignment);
        if (!again) {
            all.add(variableAssignment);
        }
    }

    private static boolean isSame(VariableAssignment one, VariableAssignment other) {
        return one.place().equals(other.place())
                && one.value().written().equals(other.value().written());
    }

    /** The assignments of a variable, highest precedence first. */
    List<VariableAssignment> of(String variable) {
        List<VariableAssignment> all = new ArrayList<>(byVariable.getOrDefault(variable, List.of()));
        Collections.reverse(all);
        return all;
    }

    Set<String> variables() {
        return byVariable.keySet();
    }

    boolean isEmpty() {
        return byVariable.isEmpty();
    }
}
