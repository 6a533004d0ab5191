package io.github.serverlint.input.ansible;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.input.ansible.JinjaExpression.FilterKind;
import io.github.serverlint.input.ansible.JinjaExpression.JinjaFilter;
import io.github.serverlint.input.ansible.JinjaExpression.PathPart;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renderer of texts in Jinja with the variables of a host, as far as the result is certain: names, paths into mappings
 * and a few filters. Everything else is left unresolved.
 *
 * <p>A text that consists of one name alone yields the variable itself, with its raw text. Inside other text and
 * through filters a value is formatted as in Python: {@code 15.10} is a number there, and becomes {@code 15.1}.
 */
final class JinjaRenderer {
    /** Limit on the length of a rendered text. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_LOOK_UPS = 1_000;
    private static final int MAX_DEPTH = 32;

    /** Names that never refer to variables of the inventory. */
    private static final Set<String> RESERVED_NAMES = Set.of(
            ("hostvars groups group_names omit playbook_dir role_name role_path inventory_dir inventory_file environment"
                            + " ansible_version ansible_facts ansible_check_mode ansible_play_hosts play_hosts vars"
                            + " true false none True False None and or not in is if else")
                    .split(" "));

    /** Methods of Python's dict, which take precedence over keys behind a dot. */
    private static final Set<String> DICT_METHODS =
            Set.of("clear copy fromkeys get items keys pop popitem setdefault update values".split(" "));

    private final Located<String> host;
    private final Function<String, Optional<RawVariable>> variables;
    private final Set<VariableOrigin> through = new LinkedHashSet<>();
    private final Set<VariableOrigin> vaulted = new LinkedHashSet<>();
    private final Set<RetypedValue> retyped = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Optional<String> secret = Optional.empty();
    private int lookUps;

    /** A variable before its own text is rendered. */
    record RawVariable(Node value, VariableOrigin origin, List<VariableOrigin> vaulted) {}

    JinjaRenderer(Located<String> host, Function<String, Optional<RawVariable>> variables) {
        this.host = host;
        this.variables = variables;
    }

    /** Aborts the rendering of a value. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;
        private final VariableState variableState;

        Unknown(VariableState variableState, String expression) {
            super(expression, null, false, false);
            this.variableState = variableState;
        }

        String expression() {
            return String.valueOf(getMessage());
        }
    }

    RenderedValue resolve(Node value) {
        try {
            Node known = value(value);
            if (known instanceof Scalar scalar) {
                RetypedValue.of(scalar, false).ifPresent(retyped::add);
            }
            return rendered(VariableState.KNOWN, known, "");
        } catch (Unknown e) {
            return rendered(e.variableState, value, e.expression());
        }
    }

    private RenderedValue rendered(VariableState variableState, Node value, String expression) {
        return new RenderedValue(
                variableState,
                value,
                expression,
                List.copyOf(through),
                List.copyOf(vaulted),
                List.copyOf(retyped),
                secret);
    }

    private Node value(Node node) throws Unknown {
        if (!(node instanceof Scalar scalar)) {
            return node;
        }
        String text = scalar.text();
        if (scalar.foreignTag().isPresent()) {
            String tag = scalar.foreignTag().get();
            if (AnsibleYamlReader.VAULT_TAGS.contains(tag)) {
                throw new Unknown(VariableState.ENCRYPTED, tag);
            }
            if (!tag.equals(AnsibleYamlReader.UNSAFE_TAG) || isTemplate(text)) {
                throw new Unknown(VariableState.UNRESOLVED, tag + " " + text.strip());
            }
            return text(text, scalar);
        }
        if (!isTemplate(text)) {
            return scalar;
        }
        if (text.contains("{%") || text.contains("{#")) {
            throw new Unknown(VariableState.UNRESOLVED, text.strip());
        }
        return template(scalar);
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }

    private Node template(Scalar scalar) throws Unknown {
        String text = scalar.text();
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", done)) {
            JinjaExpression expression = JinjaExpression.at(at, text).orElse(null);
            if (expression == null) {
                int end = text.indexOf("}}", at);
                throw new Unknown(
                        VariableState.UNRESOLVED, end < 0 ? text.substring(at).strip() : text.substring(at, end + 2));
            }
            Node value = value(expression, scalar);
            if (expression.text().equals(text)) {
                return value;
            }
            result.append(text, done, at).append(inText(value, expression, ""));
            if (result.length() > MAX_LENGTH) {
                throw new Unknown(VariableState.UNRESOLVED, expression.text());
            }
            done = at + expression.text().length();
        }
        return text(result.append(text.substring(done)).toString(), scalar);
    }

    private Node value(JinjaExpression expression, Scalar user) throws Unknown {
        Node value = lookUp(expression);
        boolean first = true;
        for (JinjaFilter jinjaFilter : expression.filters()) {
            if (value == null) {
                if (!first || jinjaFilter.kind() != FilterKind.DEFAULT || isSetAtRunTime(expression.variable())) {
                    throw new Unknown(VariableState.UNRESOLVED, expression.text());
                }
                value = text(jinjaFilter.argument(), user);
            } else if (jinjaFilter.kind() != FilterKind.DEFAULT) {
                value = text(filtered(value, jinjaFilter, expression), user);
            }
            first = false;
        }
        if (value == null) {
            throw new Unknown(VariableState.UNRESOLVED, expression.text());
        }
        return value.usedAt(user.place());
    }

    /** Whether a variable is set at run time, such as a fact, so that it is unknown whether a default applies. */
    private static boolean isSetAtRunTime(String variable) {
        return RESERVED_NAMES.contains(variable) || variable.startsWith("ansible_");
    }

    /** Looks up the value of an expression before its filters; null if there is none. */
    private @Nullable Node lookUp(JinjaExpression expression) throws Unknown {
        String name = expression.variable();
        if (RESERVED_NAMES.contains(name)
                || ++lookUps > MAX_LOOK_UPS
                || open.size() > MAX_DEPTH
                || open.contains(name)) {
            throw new Unknown(VariableState.UNRESOLVED, expression.text());
        }
        recordSecret(name);
        expression.path().forEach(key -> recordSecret(key.name()));
        Optional<RawVariable> found = MagicVariables.of(host, name)
                .map(made -> new RawVariable(made.value(), made.origin(), made.vaulted()))
                .or(() -> variables.apply(name));
        if (found.isEmpty()) {
            return null;
        }
        through.add(found.get().origin());
        vaulted.addAll(found.get().vaulted());
        open.push(name);
        Node value = value(found.get().value());
        for (PathPart key : expression.path()) {
            if (!(value instanceof Mapping mapping) || (key.dotted() && DICT_METHODS.contains(key.name()))) {
                throw new Unknown(VariableState.UNRESOLVED, expression.text());
            }
            Optional<Entry> entry = mapping.entry(key.name());
            if (entry.isEmpty()) {
                open.pop();
                return null;
            }
            value = value(entry.get().value());
        }
        open.pop();
        return value;
    }

    /** Also called for undefined names: the default of a password is a password. */
    private void recordSecret(String name) {
        if (secret.isEmpty() && SecretKeys.isNamedBy(name)) {
            secret = Optional.of(name);
        }
    }

    private String filtered(Node value, JinjaFilter jinjaFilter, JinjaExpression expression) throws Unknown {
        String text = inText(value, expression, "None");
        return switch (jinjaFilter.kind()) {
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case TRIM -> text.strip();
            case INT -> integer((Scalar) value);
            case STRING, DEFAULT -> text;
        };
    }

    /** Converts a value like Jinja's {@code int}, which yields 0 for text that is no number. */
    private static String integer(Scalar value) {
        return ScalarType.pythonInteger(value)
                .or(() -> value.text().strip().matches("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
                        ? Optional.of(new BigDecimal(value.text().strip()).toBigInteger())
                        : Optional.empty())
                .orElse(BigInteger.ZERO)
                .toString();
    }

    private String inText(Node value, JinjaExpression expression, String nothing) throws Unknown {
        if (value instanceof Scalar scalar) {
            Optional<String> text =
                    ScalarType.of(scalar) == ScalarType.NOTHING ? Optional.of(nothing) : ScalarType.inText(scalar);
            if (text.isPresent()) {
                RetypedValue.of(scalar, true).ifPresent(retyped::add);
                return text.get();
            }
        }
        // Lists and mappings would be formatted as Python literals, which no value of a server is.
        throw new Unknown(VariableState.UNRESOLVED, expression.text());
    }

    private static Scalar text(String text, Scalar user) {
        return new Scalar(text, false, user.place(), user.written(), Optional.empty());
    }
}
