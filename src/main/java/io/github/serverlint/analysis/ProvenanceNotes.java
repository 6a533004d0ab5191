package io.github.serverlint.analysis;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows how the values that a finding is about have reached their server, and takes care that only those that are known
 * make errors.
 */
final class ProvenanceNotes {
    private final Provenance provenance;

    ProvenanceNotes(Provenance provenance) {
        this.provenance = provenance;
    }

    /** The finding with the ways of its values. */
    Finding follow(Finding finding) {
        if (provenance.isEmpty()) {
            return finding;
        }
        Stream<Field> values = Stream.concat(
                        Stream.of(finding.span()), finding.related().stream().map(RelatedLocation::span))
                .flatMap(place -> provenance.at(place, finding.server()).stream());
        List<Field> fields = Stream.concat(values, finding.related().stream().flatMap(this::guessedRoles))
                .distinct()
                .toList();
        List<RelatedLocation> ways = new ArrayList<>();
        for (Field field : fields) {
            if (field.state() == FieldConfidence.WEAK) {
                ways.add(RelatedLocation.of(
                        field.place(), "\"" + field.name() + "\" is only concluded, from " + field.attempt()));
            }
            field.trail().forEach(point -> ways.add(RelatedLocation.of(point.place(), point.note())));
        }
        boolean isSure = fields.stream().allMatch(field -> field.state() == FieldConfidence.KNOWN);
        return finding.explained(ways, !isSure);
    }

    /** A server that takes part is there for its role, such as a domain controller: both are as sure as the role is. */
    private Stream<Field> guessedRoles(RelatedLocation related) {
        return related.server().flatMap(provenance::of).stream()
                .flatMap(server -> server.fields().stream())
                .filter(field -> field.name().equals("roles") && field.state() == FieldConfidence.WEAK);
    }
}
