package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server found by another layout, before its values are parsed.
 *
 * @param fields in the order of the mapping. Names are unique, except that a list with unknown items has one field for
 *     the known items and one for each unknown item
 */
public record ServerRecord(Located<String> name, List<Field> fields) {
    public ServerRecord {
        fields = List.copyOf(fields);
    }

    /** The same server with what only another record of it says. */
    public ServerRecord completedBy(ServerRecord other) {
        Set<String> said = fields.stream()
                .filter(field -> field.state() != FieldConfidence.MISSING)
                .map(Field::name)
                .collect(Collectors.toSet());
        return new ServerRecord(
                name,
                Stream.concat(
                                fields.stream().filter(field -> said.contains(field.name())),
                                other.fields().stream().filter(field -> !said.contains(field.name())))
                        .toList());
    }
}
