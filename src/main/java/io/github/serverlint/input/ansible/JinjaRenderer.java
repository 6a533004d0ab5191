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
 * Puts the variables of a host into a text that names them, as far as that is no guess: names, ways into mappings and a
 * few filters. Everything else is left unresolved.
 *
 * <p>A text that is one name and nothing else is that variable, with its raw text. Inside other text and through filters
 * a value is written as Python writes it: {@code 15.10} is a number there, and becomes {@code 15.1}.
 */
final class JinjaRenderer {
    /** More than this is no value of a server. */
    private static final int LONGEST = 10_000;

    private static final int MOST_LOOK_UPS = 1_000;
    private static final int DEEPEST = 32;

    /** Names that are no variables of the inventory, whatever it says. */
    private static final Set<String> NOT_OURS = Set.of(
            ("hostvars groups group_names omit playbook_dir role_name role_path inventory_dir inventory_file environment"
                            + " ansible_version ansible_facts ansible_check_mode ansible_play_hosts play_hosts vars"
                            + " true false none True False None and or not in is if else")
                    .split(" "));

    /** Methods of Python's mappings: behind a dot they come before keys. */
    private static final Set<String> METHODS =
            Set.of("clear copy fromkeys get items keys pop popitem setdefault update values".split(" "));

    private final Located<String> host;
    private final Function<String, Optional<RawVariable>> variables;
    private final Set<VariableOrigin> through = new LinkedHashSet<>();
    private final Set<VariableOrigin> vaulted = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Optional<String> secret = Optional.empty();
    private int lookUps;

    /** A variable as it was said, before its own text is looked at. */
    record RawVariable(Node value, VariableOrigin origin, List<VariableOrigin> vaulted) {}

    JinjaRenderer(Located<String> host, Function<String, Optional<RawVariable>> variables) {
        this.host = host;
        this.variables = variables;
    }

    /** Ends the work on a value. */
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
            return resolution(VariableState.KNOWN, value(value), "");
        } catch (Unknown e) {
            return resolution(e.variableState, value, e.expression());
        }
    }

    private RenderedValue resolution(VariableState variableState, Node value, String expression) {
        return new RenderedValue(variableState, value, expression, List.copyOf(through), List.copyOf(vaulted), secret);
    }

    private Node value(Node node) throws Unknown {
        if (!(node instanceof Scalar scalar)) {
            return node;
        }
        String text = scalar.text();
        if (scalar.foreignTag().isPresent()) {
            String tag = scalar.foreignTag().get();
            if (AnsibleYamlLoader.VAULT_TAGS.contains(tag)) {
                throw new Unknown(VariableState.ENCRYPTED, tag);
            }
            if (!tag.equals(AnsibleYamlLoader.UNSAFE_TAG) || isTemplate(text)) {
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
            if (result.length() > LONGEST) {
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
                if (!first || jinjaFilter.kind() != FilterKind.DEFAULT || isMadeLater(expression.variable())) {
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

    /** Facts are gathered from the host, and so nobody knows beforehand whether a default is used. */
    private static boolean isMadeLater(String variable) {
        return NOT_OURS.contains(variable) || variable.startsWith("ansible_");
    }

    /** The value that an expression names, without its filters; null if there is none. */
    private @Nullable Node lookUp(JinjaExpression expression) throws Unknown {
        String name = expression.variable();
        if (NOT_OURS.contains(name) || ++lookUps > MOST_LOOK_UPS || open.size() > DEEPEST || open.contains(name)) {
            throw new Unknown(VariableState.UNRESOLVED, expression.text());
        }
        noteSecret(name);
        expression.path().forEach(key -> noteSecret(key.name()));
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
            if (!(value instanceof Mapping mapping) || (key.dotted() && METHODS.contains(key.name()))) {
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

    /** Said of names that are not there either: what stands in for a password is one. */
    private void noteSecret(String name) {
        if (secret.isEmpty() && SecretKeys.isNamedBy(name)) {
            secret = Optional.of(name);
        }
    }

    private static String filtered(Node value, JinjaFilter jinjaFilter, JinjaExpression expression) throws Unknown {
        String text = inText(value, expression, "None");
        return switch (jinjaFilter.kind()) {
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case TRIM -> text.strip();
            case INT -> integer((Scalar) value);
            case STRING, DEFAULT -> text;
        };
    }

    /** What is no number at all is 0, as it is for Jinja. */
    private static String integer(Scalar value) {
        return ScalarType.pythonInteger(value)
                .or(() -> value.text().strip().matches("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
                        ? Optional.of(new BigDecimal(value.text().strip()).toBigInteger())
                        : Optional.empty())
                .orElse(BigInteger.ZERO)
                .toString();
    }

    private static String inText(Node value, JinjaExpression expression, String nothing) throws Unknown {
        if (value instanceof Scalar scalar) {
            Optional<String> text =
                    ScalarType.of(scalar) == ScalarType.NOTHING ? Optional.of(nothing) : ScalarType.inText(scalar);
            if (text.isPresent()) {
                return text.get();
            }
        }
        // Lists and mappings look like Python in the text, which no value of a server does.
        throw new Unknown(VariableState.UNRESOLVED, expression.text());
    }

    private static Scalar text(String text, Scalar user) {
        return new Scalar(text, false, user.place(), user.written(), Optional.empty());
    }
}
