package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the functions of a CloudFormation template come to, in the short form ({@code !Ref}) and the long one
 * ({@code Fn::If}), as far as the template itself says it: {@code Ref} of a parameter is its default, {@code If} both of
 * its branches, since its condition is not evaluated, {@code FindInMap} the entry of the mapping, and {@code Sub} a text
 * with the defaults of parameters. Anything else is unknown.
 *
 * <p>Source: the reference of intrinsic functions in the AWS CloudFormation user guide, read on 2026-12-01.
 */
final class CloudFormationFunctions {
    /** Aliases can nest a few branches into very many. */
    private static final int MOST = 1000;

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final JsonPathMatch template;
    private int evaluated;

    CloudFormationFunctions(JsonPathMatch template) {
        this.template = template;
    }

    /** A function with its argument. */
    private record Call(String name, Node argument, String written) {}

    /** The possible values; a value that is no function is itself. */
    FollowedTargets evaluate(Node node) {
        Optional<Call> call = call(node);
        if (call.isEmpty()) {
            return node.isNull() ? FollowedTargets.NONE : FollowedTargets.of(node);
        }
        if (++evaluated > MOST) {
            return FollowedTargets.unresolved(call.get().written());
        }
        Node argument = call.get().argument();
        List<Node> arguments = argument instanceof Sequence sequence ? sequence.items() : List.of();
        return switch (call.get().name()) {
            case "Ref" -> reference(ValueChecks.text(argument), call.get());
            case "If" ->
                arguments.size() == 3
                        ? evaluate(arguments.get(1))
                                .and(evaluate(arguments.get(2)))
                                .weakened()
                        : FollowedTargets.unresolved(call.get().written());
            case "FindInMap" -> arguments.size() >= 3 ? inMap(arguments, call.get()) : unknown(call.get());
            case "Sub" -> argument instanceof Scalar text ? filledIn(text, call.get()) : unknown(call.get());
            default -> unknown(call.get());
        };
    }

    private static FollowedTargets unknown(Call call) {
        return FollowedTargets.unresolved(call.written());
    }

    private static Optional<Call> call(Node node) {
        if (node.foreignTag().isPresent()) {
            String tag = node.foreignTag().get();
            String written = node instanceof Scalar scalar ? tag + " " + scalar.text() : tag;
            return tag.startsWith("!") ? Optional.of(new Call(tag.substring(1), node, written)) : Optional.empty();
        }
        if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
            String key = mapping.entries().get(0).name();
            Node argument = mapping.entries().get(0).value();
            return key.equals("Ref") || key.startsWith("Fn::")
                    ? Optional.of(new Call(key.replaceFirst("^Fn::", ""), argument, key))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private FollowedTargets reference(String name, Call call) {
        if (name.equals("AWS::NoValue")) {
            return FollowedTargets.NONE;
        }
        Optional<Node> usual = SecretKeys.isNamedBy(name)
                ? Optional.empty()
                : entry(template.node(), "Parameters")
                        .flatMap(parameters -> entry(parameters, name))
                        .flatMap(parameter -> entry(parameter, "Default"))
                        .filter(Scalar.class::isInstance);
        return usual.map(value -> FollowedTargets.of(value).weakened()).orElseGet(() -> unknown(call));
    }

    /** An entry of a map by three names. A name that only a session knows, such as the region, may be any. */
    private FollowedTargets inMap(List<Node> names, Call call) {
        List<Node> levels = new ArrayList<>();
        entry(template.node(), "Mappings").ifPresent(levels::add);
        boolean weak = false;
        for (Node each : names.subList(0, 3)) {
            FollowedTargets name = evaluate(each);
            weak |= name.weak() || name.nodes().isEmpty();
            List<Node> below = levels.stream()
                    .filter(Mapping.class::isInstance)
                    .flatMap(level -> ((Mapping) level).entries().stream())
                    .filter(entry -> name.nodes().isEmpty()
                            || name.nodes().stream().map(ValueChecks::text).anyMatch(entry.name()::equals))
                    .map(Node.Entry::value)
                    .toList();
            levels = below;
        }
        FollowedTargets found = new FollowedTargets(List.copyOf(levels), List.of(), weak);
        return levels.isEmpty() ? unknown(call) : found;
    }

    private FollowedTargets filledIn(Scalar text, Call call) {
        Matcher matcher = PARAMETER.matcher(text.text());
        StringBuilder filled = new StringBuilder();
        boolean weak = false;
        while (matcher.find()) {
            List<Node> values = reference(matcher.group(1).strip(), call).nodes();
            if (values.size() != 1) {
                return unknown(call);
            }
            weak = true;
            matcher.appendReplacement(filled, Matcher.quoteReplacement(ValueChecks.text(values.get(0))));
        }
        matcher.appendTail(filled);
        FollowedTargets whole = FollowedTargets.of(ValueChecks.withText(text, filled.toString()));
        return weak ? whole.weakened() : whole;
    }

    private static Optional<Node> entry(Node node, String key) {
        return Optional.of(node)
                .filter(Mapping.class::isInstance)
                .flatMap(mapping -> ((Mapping) mapping).entry(key))
                .map(Node.Entry::value);
    }
}
