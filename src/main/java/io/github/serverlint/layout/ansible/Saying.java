package io.github.serverlint.layout.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is said of variables, in one place or in several of the same weight; what is said later wins. */
final class Saying {
    private final Map<String, List<Said>> byVariable = new LinkedHashMap<>();

    void say(Entry variable) {
        say(variable.name(), variable.value(), variable.key().place());
    }

    void say(String variable, Node value, Span place) {
        Said said = new Said(value, place);
        List<Said> all = byVariable.computeIfAbsent(variable, any -> new ArrayList<>(1));
        // One place speaks again and again where aliases lead to it in many ways.
        boolean again = !all.isEmpty() && isSame(all.get(all.size() - 1), said);
        if (!again) {
            all.add(said);
        }
    }

    private static boolean isSame(Said one, Said other) {
        return one.place().equals(other.place())
                && one.value().written().equals(other.value().written());
    }

    /** What is said of a variable, the strongest first. */
    List<Said> of(String variable) {
        List<Said> all = new ArrayList<>(byVariable.getOrDefault(variable, List.of()));
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
