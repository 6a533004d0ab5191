package io.github.serverlint.estate;

import io.github.serverlint.text.Located;
import java.util.List;

/** Declared sequence of steps that changes the estate. */
public record Migration(Located<String> name, List<Step> steps) {

    /** Whether one of its steps takes a server out of service. */
    public boolean decommissions(String server) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Decommission decommission
                        && Estate.folded(decommission.server().value()).equals(Estate.folded(server)));
    }
}
