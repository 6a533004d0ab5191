package io.github.serverlint.finding;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * A second place that explains a finding.
 *
 * @param server whose value stands there, where a finding is about several servers and the note names one
 */
public record RelatedLocation(Span span, Optional<String> server, String note) {

    /** A place whose note names no server. */
    public static RelatedLocation of(Span span, String note) {
        return new RelatedLocation(span, Optional.empty(), note);
    }
}
