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
        if (!(node instanceof Scalar) || !step.tag().equals(node.foreignTag())) {
            return FollowedTargets.NONE;
        }
        String name = ValueChecks.text(node);
        Optional<Node> found = step.in().select(document).stream()
                .flatMap(mapping -> ValueChecks.entry(mapping, name).stream())
                .flatMap(entry -> step.at().select(entry).stream())
                .findFirst()
                .map(target -> LookedUpValue.of(target, document))
                .filter(target -> target.secretKey().isEmpty())
                .map(LookedUpValue::node)
                .filter(target -> !target.isNull());
        return found.map(FollowedTargets::of)
                .orElseGet(() -> FollowedTargets.unresolved(
                        node.foreignTag().map(sign -> sign + " ").orElse("") + name));
    }
}
