package io.github.serverlint.engine;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Related;
import io.github.serverlint.layout.record.Field;
import io.github.serverlint.layout.record.Provenance;
import io.github.serverlint.layout.record.State;
import io.github.serverlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows how the values that a finding is about have reached their server, and takes care that only those that are known
 * make errors.
 */
final class Trails {
    /** How notes name the server that a value belongs to. */
    private static final Pattern NAMED = Pattern.compile(" of \"([^\"]+)\"");

    private final Provenance provenance;

    Trails(Provenance provenance) {
        this.provenance = provenance;
    }

    /** The finding with the ways of its values. */
    Finding follow(Finding finding) {
        if (provenance.isEmpty()) {
            return finding;
        }
        Stream<Field> values = Stream.concat(
                        Stream.of(finding.span()), finding.related().stream().map(Related::span))
                .flatMap(place -> provenance.at(place, finding.server()).stream());
        List<Field> fields = Stream.concat(values, finding.related().stream().flatMap(this::guessedRoles))
                .distinct()
                .toList();
        List<Related> ways = new ArrayList<>();
        for (Field field : fields) {
            if (field.state() == State.WEAK) {
                add(ways, field.place(), "\"" + field.name() + "\" is only concluded, from " + field.attempt());
            }
            field.trail().forEach(point -> add(ways, point.place(), point.note()));
        }
        boolean isSure = fields.stream().allMatch(field -> field.state() == State.KNOWN);
        return finding.explained(ways, !isSure);
    }

    /** A server that takes part is there for its role, such as a domain controller: both are as sure as the role is. */
    private Stream<Field> guessedRoles(Related related) {
        return NAMED.matcher(related.message())
                .results()
                .flatMap(named -> provenance.of(named.group(1)).stream())
                .flatMap(server -> server.fields().stream())
                .filter(field -> field.name().equals("roles") && field.state() == State.WEAK);
    }

    private static void add(List<Related> ways, Span place, String note) {
        ways.add(new Related(place, note));
    }
}
