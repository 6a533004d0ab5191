package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import java.util.List;

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
}
