package io.github.serverlint.finding;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * Related location of a finding.
 *
 * @param server the server whose value is there, if the finding involves several servers and the note names one
 */
public record RelatedLocation(Span span, Optional<String> server, String note) {

    /** Creates a location whose note names no server. */
    public static RelatedLocation of(Span span, String note) {
        return new RelatedLocation(span, Optional.empty(), note);
    }
}
