package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/** Follows the references of a document. */
record ReferenceFollower(JsonPathMatch document) {

    /** What a value leads to in several steps, each from the targets of the one before. */
    FollowedTargets follow(Node start, List<Follow> steps) {
        FollowedTargets targets = FollowedTargets.of(start);
        for (Follow step : steps) {
            FollowedTargets next = new FollowedTargets(List.of(), targets.unknown(), targets.weak());
            for (Node node : targets.nodes()) {
                next = next.and(
                        step instanceof Follow.ToEntry entry
                                ? entry(node, entry)
                                : new CloudFormationFunctions(document).evaluate(node));
            }
            targets = next;
        }
        return targets;
    }

    private FollowedTargets entry(Node node, Follow.ToEntry step) {
        if (!(node instanceof Scalar scalar) || !step.tag().equals(node.foreignTag())) {
            return FollowedTargets.NONE;
        }
        Optional<String> key = step.capture().isEmpty()
                ? Optional.of(ValueChecks.text(node))
                : ValueChecks.captured(scalar, step.capture().get()).map(ValueChecks::text);
        if (key.isEmpty()) {
            return FollowedTargets.NONE;
        }
        String name = key.get();
        Optional<Node> found = step.in().select(document).stream()
                .flatMap(mapping -> ValueChecks.entry(mapping, name).stream())
                .flatMap(entry -> step.at().select(entry).stream())
                .findFirst()
                .map(target -> LookedUpValue.of(target, document))
                .filter(target -> target.secretKey().isEmpty())
                .map(LookedUpValue::node)
                .filter(target -> !target.isNull());
        if (found.isPresent()) {
            return FollowedTargets.of(found.get());
        }
        String written = node.foreignTag().map(sign -> sign + " ").orElse("") + ValueChecks.text(node);
        return step.isOptional() ? FollowedTargets.NONE : FollowedTargets.unresolved(written);
    }
}
