package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import java.util.List;

/**
 * A server as a layout has found it, before anybody has understood its words.
 *
 * @param fields in the order of the mapping. A name stands once; a list of which some items are not known stands once for
 *     those that are, and once more for each that is not
 */
public record ServerRecord(Located<String> name, List<Field> fields) {
    public ServerRecord {
        fields = List.copyOf(fields);
    }
}
