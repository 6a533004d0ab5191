package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.mapping.MappingSource.Merge;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Variables of a machine merged from layers of files, the most specific first.
 *
 * @param merge how a key of several layers is merged, by the dotted path of the key
 * @param datumValues what references in the values name
 */
record FileLayers(List<Layer> layers, Map<String, Merge> merge, DatumValues datumValues) implements MachineVariables {

    /**
     * A file with values for a machine.
     *
     * @param steps the provenance of its selection
     * @param doubt whether a more specific layer may be missing
     */
    record Layer(Mapping document, String path, List<ProvenanceStep> steps, boolean doubt) {}

    @Override
    public List<LookedUpValue> find(String name, Optional<JsonPath> inside) {
        List<Node> values = layers.stream()
                .flatMap(layer -> layer.document().entry(name).stream())
                .map(Entry::value)
                .filter(value -> !value.isNull())
                .map(this::whole)
                .toList();
        if (values.isEmpty()) {
            return List.of();
        }
        Node merged = merged(name, values, false);
        Optional<String> secret = Optional.of(name).filter(SecretKeys::isNamedBy);
        if (inside.isEmpty()) {
            return items(merged).map(item -> from(item, secret)).toList();
        }
        JsonPathMatch root = JsonPathMatch.root(merged);
        return inside.get().select(root).stream()
                .filter(jsonPathMatch -> !jsonPathMatch.node().isNull())
                .flatMap(jsonPathMatch -> items(jsonPathMatch.node())
                        .map(item -> from(item, secret.or(() -> jsonPathMatch.keyBelow(root, SecretKeys::isNamedBy)))))
                .toList();
    }

    /** The items of a list, which may come from several layers. */
    private static Stream<Node> items(Node node) {
        return node instanceof Sequence sequence && sequence.foreignTag().isEmpty()
                ? sequence.items().stream().flatMap(FileLayers::items)
                : Stream.of(node);
    }

    /** A value that is given as a whole by a reference to a mapping. */
    private Node whole(Node node) {
        return DatumValues.reference(node)
                .filter(reference -> !reference.isSecret())
                .flatMap(datumValues::named)
                .filter(Mapping.class::isInstance)
                .orElse(node);
    }

    /** A value with what it refers to, if that is known. */
    private LookedUpValue from(Node node, Optional<String> secret) {
        LookedUpValue written = written(node, secret);
        Optional<DatumExpression> reference = DatumValues.reference(node);
        Optional<Node> named = reference.flatMap(datumValues::named);
        if (named.isEmpty()) {
            return written;
        }
        List<ProvenanceStep> steps = new ArrayList<>(written.trail());
        steps.add(new ProvenanceStep(node.place(), "it is taken from here"));
        Optional<String> secretName =
                reference.get().keys().stream().filter(SecretKeys::isNamedBy).findFirst();
        return new LookedUpValue(named.get(), secret.or(() -> secretName), steps, written.weak(), Optional.empty());
    }

    private LookedUpValue written(Node node, Optional<String> secret) {
        Optional<Layer> layer = layers.stream()
                .filter(each -> each.document().place().file() == node.place().file())
                .findFirst();
        return new LookedUpValue(
                node,
                secret,
                layer.map(Layer::steps).orElse(List.of()),
                layer.map(Layer::doubt).orElse(false),
                Optional.empty());
    }

    private Node merged(String path, List<Node> values, boolean deepAbove) {
        Merge strategy = merge.getOrDefault(path, deepAbove ? Merge.DEEP : Merge.FIRST);
        Node first = values.get(0);
        if (strategy == Merge.DEEP && first instanceof Mapping mapping) {
            Map<String, List<Node>> byKey = new LinkedHashMap<>();
            Map<String, Scalar> keys = new LinkedHashMap<>();
            for (Node value : values) {
                if (value instanceof Mapping layer) {
                    layer.entries().forEach(entry -> {
                        keys.putIfAbsent(entry.name(), entry.key());
                        byKey.computeIfAbsent(entry.name(), any -> new ArrayList<>())
                                .add(entry.value());
                    });
                }
            }
            List<Entry> entries = new ArrayList<>();
            byKey.forEach((key, nodes) -> entries.add(
                    new Entry(Objects.requireNonNull(keys.get(key)), merged(path + "." + key, nodes, true))));
            return new Mapping(List.copyOf(entries), mapping.place(), mapping.place(), mapping.foreignTag());
        }
        if (strategy == Merge.UNIQUE && first instanceof Sequence sequence) {
            Set<String> seen = new LinkedHashSet<>();
            List<Node> items = values.stream()
                    .filter(Sequence.class::isInstance)
                    .flatMap(value -> ((Sequence) value).items().stream())
                    .filter(item -> !(item instanceof Scalar scalar) || seen.add(scalar.text()))
                    .toList();
            return new Sequence(items, sequence.place(), sequence.place(), sequence.foreignTag());
        }
        return first;
    }

    @Override
    public List<LookedUpValue> groups() {
        return List.of();
    }
}
