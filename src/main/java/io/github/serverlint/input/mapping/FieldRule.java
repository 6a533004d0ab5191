package io.github.serverlint.input.mapping;

import io.github.serverlint.input.mapping.Attempt.Steps;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rule for one field: the attempts to find it, of which the first that yields a value wins. */
record FieldRule(String name, List<Attempt> attempts) {
    static final String NAME = "name";
    static final Set<String> LISTS = Set.of("roles", "features", "components");

    /** The default rule for the name of a host. */
    static FieldRule ofHosts(Span place) {
        Steps none = new Steps(
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        LookupPlace host =
                new LookupPlace.Var(AnsibleMachineReader.HOST_NAME, AnsibleMachineReader.HOST_NAME, Optional.empty());
        return new FieldRule(NAME, List.of(new Attempt(host, none, List.of(), place)));
    }

    boolean isList() {
        return LISTS.contains(name);
    }

    /** A description of the attempts, for a missing field. */
    String tried() {
        List<String> labels = attempts.stream().map(Attempt::label).distinct().toList();
        int shown = Math.min(labels.size(), 8);
        return String.join(", ", labels.subList(0, shown))
                + (shown < labels.size() ? " and " + (labels.size() - shown) + " more" : "");
    }
}
