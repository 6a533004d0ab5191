package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;

/**
 * A text without quotes that is a number in <a href="https://yaml.org/type/int.html">YAML 1.1</a>, and another one than
 * its digits say: {@code 012} is 10, and {@code 15.10} is 15.1.
 *
 * @param place where it is written
 * @param text as it is written
 * @param number as Ansible puts it into text
 * @param asNumber whether the number was read, as it is part of a longer text; otherwise the text was
 */
public record RetypedValue(Span place, String text, String number, boolean asNumber) {

    /** The number that a scalar is; empty if that is what it says, or if it is no number. */
    static Optional<RetypedValue> of(Scalar scalar, boolean asNumber) {
        ScalarType scalarType = ScalarType.of(scalar);
        String text = scalar.text();
        return scalarType != ScalarType.INTEGER && scalarType != ScalarType.FLOAT
                ? Optional.empty()
                : ScalarType.inText(scalar)
                        .filter(number -> !number.equals(text.replaceFirst("^\\+", "")))
                        .map(number -> new RetypedValue(scalar.written(), text, number, asNumber));
    }
}
