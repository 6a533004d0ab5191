package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The value of one field of a server, with its confidence and provenance.
 *
 * @param name a key of the format, such as {@code os}, {@code exchange.cumulative-update} or {@code forest}
 * @param value a scalar, or a sequence for lists; absent for {@link FieldConfidence#MISSING},
 *     {@link FieldConfidence#UNRESOLVED} and {@link FieldConfidence#ENCRYPTED}
 * @param place where the value is used; for a missing field, the place of the server
 * @param attempt a description of the attempt that yielded it, such as {@code var vagrant_box}; for a field that is
 *     missing, what was tried
 * @param detail for {@link FieldConfidence#MISSING} why a value that there is was not used, for
 *     {@link FieldConfidence#UNRESOLVED} the expression, for {@link FieldConfidence#AMBIGUOUS} and
 *     {@link FieldConfidence#CANDIDATES} what it can mean, for {@link FieldConfidence#ENCRYPTED} how it is kept; else empty
 * @param steps how the value reached the server: group, parent group, host, layer
 * @param wordsOf the list of the catalog whose word the text is, such as that of Proxmox
 */
public record Field(
        String name,
        FieldConfidence state,
        Optional<Node> value,
        Span place,
        String attempt,
        String detail,
        List<ProvenanceStep> steps,
        Optional<String> wordsOf) {
    public Field {
        steps = List.copyOf(steps);
    }

    /** A field whose text belongs to no list of words. */
    public Field(
            String name,
            FieldConfidence state,
            Optional<Node> value,
            Span place,
            String attempt,
            String detail,
            List<ProvenanceStep> steps) {
        this(name, state, value, place, attempt, detail, steps, Optional.empty());
    }

    /** Whether the value is at a place. */
    public boolean standsAt(Span where) {
        return value.filter(node -> node.place().equals(where)).isPresent();
    }

    /** The text of the value, or those of a list. */
    public List<String> texts() {
        return value.stream()
                .flatMap(node -> node instanceof Sequence list ? list.items().stream() : Stream.of(node))
                .map(node -> node instanceof Scalar scalar ? scalar.located().value() : node.kind())
                .toList();
    }
}
