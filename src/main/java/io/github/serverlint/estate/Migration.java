package io.github.serverlint.estate;

import io.github.serverlint.text.Located;
import java.util.List;
import java.util.function.UnaryOperator;

/** Declared sequence of steps that changes the estate. */
public record Migration(Located<String> name, List<Step> steps) {

    /** The same migration where the servers that it adds or reinstalls have other values. */
    public Migration with(UnaryOperator<Server> values) {
        return new Migration(
                name,
                steps.stream()
                        .map(step -> step instanceof Step.Add add
                                ? new Step.Add(add.place(), values.apply(add.server()))
                                : step instanceof Step.Reinstall reinstall
                                        ? new Step.Reinstall(reinstall.place(), values.apply(reinstall.as()))
                                        : step)
                        .toList());
    }

    /** The same migration where its steps name the servers otherwise. */
    public Migration named(UnaryOperator<Located<String>> names) {
        return new Migration(name, steps.stream().map(step -> step.named(names)).toList());
    }

    /** The servers that it adds or reinstalls. */
    public List<Server> definedServers() {
        return steps.stream().flatMap(step -> step.definedServer().stream()).toList();
    }

    /** Whether one of its steps takes a server out of service. */
    public boolean decommissions(String server) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Decommission decommission
                        && Estate.folded(decommission.server().value()).equals(Estate.folded(server)));
    }
}
