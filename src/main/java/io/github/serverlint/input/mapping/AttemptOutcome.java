package io.github.serverlint.input.mapping;

import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;

/**
 * What an attempt makes of one value.
 *
 * @param text what it is; for a value that is not known, what stands there
 * @param absent whether it says that something is not there
 */
record AttemptOutcome(Scalar text, Optional<UnresolvedReason> unknown, boolean absent, OriginValue from) {

    String words() {
        return text.text().strip();
    }
}
