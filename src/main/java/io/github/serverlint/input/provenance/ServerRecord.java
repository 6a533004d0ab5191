package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server found by another layout, before its values are parsed.
 *
 * @param name the name in its scope, where it stands
 * @param scope what the name is unique in, such as a namespace; empty if it is the whole estate
 * @param fields in the order of the mapping. Names are unique, except that a list with unknown items has one field for
 *     the known items and one for each unknown item
 */
public record ServerRecord(Located<String> name, String scope, List<Field> fields) {
    public ServerRecord {
        fields = List.copyOf(fields);
    }

    /** A server whose name has no scope. */
    public ServerRecord(Located<String> name, List<Field> fields) {
        this(name, "", fields);
    }

    /** The name that identifies it. */
    public ServerName fullName() {
        return ServerName.in(scope, name.value());
    }

    /** The same server with what only another record of it says. */
    public ServerRecord completedBy(ServerRecord other) {
        Set<String> said = fields.stream()
                .filter(field -> field.state() != FieldConfidence.MISSING)
                .map(Field::name)
                .collect(Collectors.toSet());
        return new ServerRecord(
                name,
                scope,
                Stream.concat(
                                fields.stream().filter(field -> said.contains(field.name())),
                                other.fields().stream().filter(field -> !said.contains(field.name())))
                        .toList());
    }
}
