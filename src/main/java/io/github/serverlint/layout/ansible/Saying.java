package io.github.serverlint.layout.ansible;

import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
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
        List<Said> earlier = byVariable.get(variable);
        if (earlier == null) {
            byVariable.put(variable, List.of(said));
            return;
        }
        List<Said> all = new ArrayList<>();
        all.add(said);
        all.addAll(earlier);
        byVariable.put(variable, all);
    }

    /** What is said of a variable, the strongest first. */
    List<Said> of(String variable) {
        return byVariable.getOrDefault(variable, List.of());
    }

    Set<String> variables() {
        return byVariable.keySet();
    }

    boolean isEmpty() {
        return byVariable.isEmpty();
    }
}
