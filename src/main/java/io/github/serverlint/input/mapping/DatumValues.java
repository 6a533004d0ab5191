package io.github.serverlint.input.mapping;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the plain references of one machine's data name.
 *
 * @param layers the machine's values so far, the most specific first
 * @param parts the parts of the path of its file
 * @param datumFolder where the values of {@code $Datum} stand
 */
record DatumValues(List<FileLayers.Layer> layers, Map<String, LookedUpValue> parts, Optional<DatumFolder> datumFolder) {
    /** References to references end somewhere, unless they go round in a circle. */
    private static final int MOST = 8;

    /** Whether the text of a value is a plain reference. */
    static Optional<DatumExpression> reference(Node node) {
        return node instanceof Scalar scalar && scalar.foreignTag().isEmpty()
                ? DatumExpression.of(scalar.text())
                : Optional.empty();
    }

    /** The value that a reference names in the end; empty if nothing of that name is here. */
    Optional<Node> named(DatumExpression expression) {
        Optional<Node> value = target(expression);
        for (int i = 0; i < MOST; i++) {
            Optional<DatumExpression> next = value.flatMap(DatumValues::reference);
            if (next.isEmpty()) {
                return value;
            }
            value = target(next.get());
        }
        return Optional.empty();
    }

    /** The value of a property of the machine as it is written. */
    Optional<Node> written(DatumExpression property) {
        return layers.stream()
                .flatMap(layer -> DatumFolder.inside(layer.document(), property.keys()).stream())
                .findFirst();
    }

    private Optional<Node> target(DatumExpression expression) {
        Optional<Node> part = expression.partOfPath().map(parts::get).map(LookedUpValue::node);
        return part.or(() -> switch (expression.of()) {
            case "datum" -> datumFolder.flatMap(folder -> folder.value(expression.keys()));
            case "node" -> written(expression);
            default -> Optional.empty();
        });
    }
}
