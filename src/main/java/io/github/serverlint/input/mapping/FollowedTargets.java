package io.github.serverlint.input.mapping;

import io.github.serverlint.yaml.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * What references lead to.
 *
 * @param nodes the targets; several if a condition decides, and none if the value is no reference
 * @param unknown why further targets are unknown
 * @param weak whether something else may count, such as another value of a parameter
 */
record FollowedTargets(List<Node> nodes, List<UnresolvedReason> unknown, boolean weak) {
    static final FollowedTargets NONE = new FollowedTargets(List.of(), List.of(), false);

    static FollowedTargets of(Node node) {
        return new FollowedTargets(List.of(node), List.of(), false);
    }

    static FollowedTargets unresolved(String expression) {
        return new FollowedTargets(List.of(), List.of(UnresolvedReason.unresolved(expression)), false);
    }

    FollowedTargets and(FollowedTargets others) {
        return new FollowedTargets(
                Stream.concat(nodes.stream(), others.nodes.stream()).toList(),
                Stream.concat(unknown.stream(), others.unknown.stream()).toList(),
                weak || others.weak);
    }

    FollowedTargets weakened() {
        return new FollowedTargets(nodes, unknown, true);
    }
}
