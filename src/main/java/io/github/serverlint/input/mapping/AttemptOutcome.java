package io.github.serverlint.input.mapping;

import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;

/**
 * The result of an attempt for one value.
 *
 * @param text the resulting text; for an unknown value, the written text
 * @param absent whether it marks an item as absent
 */
record AttemptOutcome(Scalar text, Optional<UnresolvedReason> unknown, boolean absent, LookedUpValue from) {

    String words() {
        return text.text().strip();
    }
}
