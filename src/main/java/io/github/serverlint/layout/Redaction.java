package io.github.serverlint.layout;

import io.github.serverlint.layout.record.Field;
import io.github.serverlint.layout.record.Secrets;
import io.github.serverlint.layout.record.ServerRecord;
import io.github.serverlint.layout.record.State;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;

/** Takes out of what was found for a server what must not be shown, before anybody can speak of it. */
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
                // Whoever shows the place of a secret would show the secret.
                field.state() == State.ENCRYPTED ? Span.at(place.file(), place.line(), place.column()) : place,
                field.attempt(),
                Secrets.cutFrom(field.detail()),
                field.trail());
    }

    private static Node of(Node value) {
        if (value instanceof Scalar scalar) {
            return new Scalar(
                    Secrets.cutFrom(scalar.text()),
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
