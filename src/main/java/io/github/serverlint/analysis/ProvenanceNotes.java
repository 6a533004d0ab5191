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
 * Adds provenance notes to findings: where the values of a finding come from. A finding about inferred values becomes
 * doubtful.
 */
final class ProvenanceNotes {
    private final Provenance provenance;

    ProvenanceNotes(Provenance provenance) {
        this.provenance = provenance;
    }

    /** The finding with the provenance of its values. */
    Finding annotate(Finding finding) {
        if (provenance.isEmpty()) {
            return finding;
        }
        Stream<Field> values = Stream.concat(
                        Stream.of(finding.span()), finding.related().stream().map(RelatedLocation::span))
                .flatMap(place -> provenance.at(place, finding.server()).stream());
        List<Field> fields = Stream.concat(values, finding.related().stream().flatMap(this::inferredRoles))
                .distinct()
                .toList();
        List<RelatedLocation> notes = new ArrayList<>();
        for (Field field : fields) {
            if (field.state() == FieldConfidence.WEAK) {
                notes.add(RelatedLocation.of(
                        field.place(), "\"" + field.name() + "\" is only concluded, from " + field.attempt()));
            }
            field.steps().forEach(point -> notes.add(RelatedLocation.of(point.place(), point.note())));
        }
        boolean isCertain = fields.stream()
                .allMatch(
                        field -> field.state() == FieldConfidence.KNOWN || field.state() == FieldConfidence.CANDIDATES);
        return finding.withProvenance(notes, !isCertain);
    }

    /** A related server is there for its role, such as a domain controller, so it is as certain as the role. */
    private Stream<Field> inferredRoles(RelatedLocation related) {
        return related.server().flatMap(provenance::of).stream()
                .flatMap(server -> server.fields().stream())
                .filter(field -> field.name().equals("roles") && field.state() == FieldConfidence.WEAK);
    }
}
