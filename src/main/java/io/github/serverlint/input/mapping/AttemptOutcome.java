package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of an attempt for one value.
 *
 * @param text the resulting text; for an unknown value, the written text
 * @param absent whether it marks an item as absent
 * @param branch whether it is one of several, of which a condition decides
 */
record AttemptOutcome(
        Scalar text, Optional<UnresolvedReason> unknown, boolean absent, boolean branch, LookedUpValue from) {

    /** One outcome for all branches: a text that stands for each of them, where the condition is written. */
    static AttemptOutcome either(Collection<AttemptOutcome> branches) {
        AttemptOutcome first = branches.iterator().next();
        List<ProvenanceStep> steps = branches.stream()
                .map(each -> new ProvenanceStep(each.text().place(), "it may be this"))
                .toList();
        Scalar text = new Scalar(
                branches.stream().map(AttemptOutcome::words).collect(Collectors.joining(" or ")),
                false,
                first.from().node().place(),
                first.from().node().written(),
                Optional.empty());
        return new AttemptOutcome(
                text, Optional.empty(), first.absent(), false, first.from().via(steps));
    }

    String words() {
        return text.text().strip();
    }
}
