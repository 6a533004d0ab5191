package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;

/** Redaction of secrets in records, before anything is reported about them. */
final class Redaction {
    private Redaction() {}

    static ServerRecord of(ServerRecord found) {
        return new ServerRecord(
                found.name(), found.fields().stream().map(Redaction::of).toList());
    }

    private static Field of(Field field) {
        Span place = field.place();
        return new Field(
                field.name(),
                field.state(),
                field.value().map(Redaction::of),
                // The span of a secret would reveal it in snippets.
                mayHoldSecret(field) ? Span.at(place.file(), place.line(), place.column()) : place,
                field.attempt(),
                detail(field),
                field.steps(),
                field.wordsOf());
    }

    private static boolean mayHoldSecret(Field field) {
        return switch (field.state()) {
            case ENCRYPTED -> true;
            case UNRESOLVED -> holdsLiterals(field.place().text());
            default -> false;
        };
    }

    /** Whether a text contains quotes besides those around it; assumed for text on several lines. */
    private static boolean holdsLiterals(String written) {
        boolean quoted = written.length() > 1 && (written.startsWith("'") || written.startsWith("\""));
        String text = quoted ? written.substring(1, written.length() - 1) : written;
        return written.isEmpty() || text.contains("'") || text.contains("\"");
    }

    private static String detail(Field field) {
        String detail = SecretKeys.cutFrom(field.detail());
        return field.state() == FieldConfidence.UNRESOLVED ? SecretKeys.maskedLiterals(detail) : detail;
    }

    private static Node of(Node value) {
        if (value instanceof Scalar scalar) {
            return new Scalar(
                    SecretKeys.cutFrom(scalar.text()),
                    scalar.plain(),
                    scalar.place(),
                    scalar.written(),
                    scalar.foreignTag());
        }
        return value instanceof Sequence list
                ? new Sequence(
                        list.items().stream().map(Redaction::of).toList(),
                        list.place(),
                        list.place(),
                        list.foreignTag())
                : value;
    }
}
