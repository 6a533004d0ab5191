package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.BoundedRegex.RegexMatch;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.Optional;

/** Small questions to values that several origins ask. */
final class NodeQueries {
    /** The group of an expression that is wanted, if it has one of that name; else all that matched. */
    static final String WANTED = "v";

    private NodeQueries() {}

    /** The texts in which an expression finds something, each as what it finds. */
    static List<OriginValue> matching(List<OriginValue> values, BoundedRegex boundedRegex) {
        return values.stream()
                .flatMap(originValue ->
                        originValue
                                .scalar()
                                .flatMap(scalar -> captured(scalar, boundedRegex))
                                .map(originValue::with)
                                .stream())
                .toList();
    }

    /** What an expression finds in a text, at the same place. */
    static Optional<Scalar> captured(Scalar scalar, BoundedRegex boundedRegex) {
        return boundedRegex
                .find(scalar.text(), scalar.place())
                .flatMap(regexMatch -> wanted(regexMatch, boundedRegex))
                .filter(text -> !text.isBlank())
                .map(text -> withText(scalar, text));
    }

    private static Optional<String> wanted(RegexMatch regexMatch, BoundedRegex boundedRegex) {
        return boundedRegex.groups().contains(WANTED) ? regexMatch.group(WANTED) : Optional.of(regexMatch.text());
    }

    /** Another text that stands for a value: text and nothing else, whatever it looks like. */
    static Scalar withText(Scalar scalar, String text) {
        return new Scalar(text, false, scalar.place(), scalar.written(), Optional.empty());
    }

    static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text().strip() : "";
    }

    /** The entry of a mapping, whatever the case of its key; an exact one first. */
    static Optional<JsonPathMatch> entry(JsonPathMatch mapping, String key) {
        Optional<Node.Entry> entry = mapping.node() instanceof Node.Mapping found
                ? found.entry(key)
                        .or(() -> found.entries().stream()
                                .filter(each -> each.name().equalsIgnoreCase(key))
                                .findFirst())
                : Optional.empty();
        return entry.map(found -> new JsonPathMatch(found.value(), mapping, Optional.of(found.key())));
    }

    /** What was found of a field, as values that another field can be found from. */
    static List<OriginValue> again(Field field) {
        if (field.value().isEmpty()) {
            return field.state() == FieldConfidence.MISSING
                    ? List.of()
                    : List.of(new OriginValue(
                            new Scalar("", false, field.place(), field.place(), Optional.empty()),
                            Optional.empty(),
                            field.trail(),
                            false,
                            Optional.of(new UnresolvedReason(field.state(), field.detail()))));
        }
        Node value = field.value().get();
        return (value instanceof Sequence sequence ? sequence.items() : List.of(value))
                .stream()
                        .map(item -> new OriginValue(
                                item,
                                Optional.empty(),
                                field.trail(),
                                field.state() == FieldConfidence.WEAK,
                                field.state() == FieldConfidence.AMBIGUOUS
                                        ? Optional.of(new UnresolvedReason(field.state(), field.detail()))
                                        : Optional.empty()))
                        .toList();
    }
}
