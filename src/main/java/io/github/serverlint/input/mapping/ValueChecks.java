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

/** Queries on values that several origins share. */
final class ValueChecks {
    /** The name of the group whose text is used; without such a group the whole match is used. */
    static final String WANTED = "v";

    private ValueChecks() {}

    /** The texts that match an expression, each reduced to the match. */
    static List<LookedUpValue> matching(List<LookedUpValue> values, BoundedRegex boundedRegex) {
        return values.stream()
                .flatMap(lookedUpValue ->
                        lookedUpValue
                                .scalar()
                                .flatMap(scalar -> captured(scalar, boundedRegex))
                                .map(lookedUpValue::with)
                                .stream())
                .toList();
    }

    /** The match of an expression in a text, at the same place. */
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

    /** A copy of a scalar with another text, which is never null or a number. */
    static Scalar withText(Scalar scalar, String text) {
        return new Scalar(text, false, scalar.place(), scalar.written(), Optional.empty());
    }

    static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text().strip() : "";
    }

    /** Looks up an entry, ignoring the case of its key; an exact match takes precedence. */
    static Optional<JsonPathMatch> entry(JsonPathMatch mapping, String key) {
        Optional<Node.Entry> entry = mapping.node() instanceof Node.Mapping found
                ? found.entry(key)
                        .or(() -> found.entries().stream()
                                .filter(each -> each.name().equalsIgnoreCase(key))
                                .findFirst())
                : Optional.empty();
        return entry.map(found -> new JsonPathMatch(found.value(), mapping, Optional.of(found.key())));
    }

    /** The results for a field as input for another field. */
    static List<LookedUpValue> fieldValues(Field field) {
        if (field.value().isEmpty()) {
            return field.state() == FieldConfidence.MISSING
                    ? List.of()
                    : List.of(new LookedUpValue(
                            new Scalar("", false, field.place(), field.place(), Optional.empty()),
                            Optional.empty(),
                            field.steps(),
                            false,
                            Optional.of(new UnresolvedReason(field.state(), field.detail()))));
        }
        Node value = field.value().get();
        return (value instanceof Sequence sequence ? sequence.items() : List.of(value))
                .stream()
                        .map(item -> new LookedUpValue(
                                item,
                                Optional.empty(),
                                field.steps(),
                                field.state() == FieldConfidence.WEAK,
                                field.state() == FieldConfidence.AMBIGUOUS
                                        ? Optional.of(new UnresolvedReason(field.state(), field.detail()))
                                        : Optional.empty()))
                        .toList();
    }
}
