package io.github.serverlint.input.ansible;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Type of a scalar in Ansible's <a href="https://yaml.org/type/">YAML 1.1</a>. Values stay text here, but Ansible
 * rejects keys that are numbers, and formats values inside other text by their Python type.
 */
enum ScalarType {
    NOTHING,
    BOOLEAN,
    INTEGER,
    FLOAT,
    TIME,
    TEXT;

    private static final Set<String> TRUTHS = Set.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSEHOODS =
            Set.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern FLOATS = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern INTEGERS = Pattern.compile("[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])++");
    private static final Pattern TIMES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
            + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** Text that Python's {@code int} accepts. */
    private static final Pattern PYTHON_INTEGER = Pattern.compile("[-+]?[0-9]++(?:_[0-9]++)*+");
    /** Python formats larger and smaller floats with an exponent. */
    private static final double PLAIN_FROM = 1e-4;

    private static final double PLAIN_TO = 1e16;

    static ScalarType of(Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain() || scalar.foreignTag().isPresent()) {
            return TEXT;
        }
        if (scalar.isNull()) {
            return NOTHING;
        }
        if (TRUTHS.contains(text) || FALSEHOODS.contains(text)) {
            return BOOLEAN;
        }
        if (FLOATS.matcher(text).matches()) {
            return FLOAT;
        }
        if (INTEGERS.matcher(text).matches()) {
            return INTEGER;
        }
        return TIMES.matcher(text).matches() ? TIME : TEXT;
    }

    /** A scalar formatted as Python formats its value inside other text; empty where that is not certain. */
    static Optional<String> inText(Scalar scalar) {
        String text = scalar.text();
        return switch (of(scalar)) {
            case NOTHING -> Optional.of("");
            case BOOLEAN -> Optional.of(TRUTHS.contains(text) ? "True" : "False");
            case INTEGER -> Optional.of(integer(text).toString());
            case FLOAT -> floating(text).flatMap(ScalarType::shown);
            case TIME -> Optional.of(text).filter(time -> DATE.matcher(time).matches());
            case TEXT -> Optional.of(text);
        };
    }

    /** Converts a scalar like Python's {@code int}; empty where that fails. */
    static Optional<BigInteger> pythonInteger(Scalar scalar) {
        String text = scalar.text();
        return switch (of(scalar)) {
            case INTEGER -> Optional.of(integer(text));
            case FLOAT -> floating(text).map(value -> new BigDecimal(value).toBigInteger());
            case BOOLEAN -> Optional.of(TRUTHS.contains(text) ? BigInteger.ONE : BigInteger.ZERO);
            case TEXT -> pythonInteger(text);
            case NOTHING, TIME -> Optional.empty();
        };
    }

    /** Parses a text like Python's {@code int}. */
    static Optional<BigInteger> pythonInteger(String text) {
        String digits = text.strip();
        return PYTHON_INTEGER.matcher(digits).matches()
                ? Optional.of(new BigInteger(digits.replace("_", "").replaceFirst("^\\+", "")))
                : Optional.empty();
    }

    /** Whether a value is false in Python; Ansible tests the value of a host this way. */
    static boolean isFalse(Node node) {
        if (node instanceof Scalar scalar) {
            return switch (of(scalar)) {
                case NOTHING -> true;
                case BOOLEAN -> FALSEHOODS.contains(scalar.text());
                case INTEGER -> integer(scalar.text()).signum() == 0;
                case FLOAT ->
                    floating(scalar.text()).filter(value -> value == 0).isPresent();
                case TIME -> false;
                case TEXT -> scalar.text().isEmpty();
            };
        }
        return node instanceof Sequence sequence
                ? sequence.ownItems().isEmpty()
                : ((Node.Mapping) node).ownEntries().isEmpty();
    }

    private static BigInteger integer(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        digits = digits.replaceFirst("^[-+]", "");
        BigInteger value;
        if (digits.startsWith("0b")) {
            value = new BigInteger("0" + digits.substring(2), 2);
        } else if (digits.startsWith("0x")) {
            value = new BigInteger("0" + digits.substring(2), 16);
        } else if (digits.indexOf(':') >= 0) {
            value = BigInteger.ZERO;
            for (String part : digits.split(":", -1)) {
                value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
            }
        } else {
            value = new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
        }
        return negative ? value.negate() : value;
    }

    /** Parses a float. Infinity and NaN are not supported. */
    private static Optional<Double> floating(String text) {
        String digits = text.replace("_", "");
        if (digits.indexOf(':') >= 0) {
            return Optional.of(base60(digits));
        }
        return digits.matches("[-+]?[0-9]*\\.?[0-9]*([eE][-+][0-9]+)?")
                ? Optional.of(Double.valueOf(digits)).filter(Double::isFinite)
                : Optional.empty();
    }

    /** Adds up the parts from the last to the first, as Python does, since the order decides the last digit. */
    private static double base60(String digits) {
        String[] parts = digits.replaceFirst("^[-+]", "").split(":", -1);
        double value = 0;
        double base = 1;
        for (int i = parts.length - 1; i >= 0; i--) {
            value += Double.parseDouble(parts[i]) * base;
            base *= 60;
        }
        return digits.startsWith("-") ? -value : value;
    }

    private static Optional<String> shown(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < PLAIN_FROM || size >= PLAIN_TO)) {
            return Optional.empty();
        }
        String plain = new BigDecimal(Double.toString(value)).toPlainString();
        if (size == 0) {
            return Optional.of(1 / value < 0 ? "-0.0" : "0.0");
        }
        return Optional.of(plain.contains(".") ? plain : plain + ".0");
    }
}
