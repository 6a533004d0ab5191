package io.github.serverlint.input.mapping;

import io.github.serverlint.input.mapping.Requirement.AnyOf;
import io.github.serverlint.input.mapping.Requirement.Check;
import io.github.serverlint.input.mapping.Requirement.Not;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.stream.Stream;

/** Evaluator of requirements for a machine. */
final class RequirementEvaluator {
    private RequirementEvaluator() {}

    static boolean hold(List<Requirement> requirements, Machine machine) {
        return requirements.stream().allMatch(requirement -> holds(requirement, machine));
    }

    private static boolean holds(Requirement requirement, Machine machine) {
        if (requirement instanceof Not not) {
            return !hold(not.requirements(), machine);
        } else if (requirement instanceof AnyOf any) {
            return any.requirements().stream().anyMatch(each -> holds(each, machine));
        }
        Check check = (Check) requirement;
        boolean found = machine.values(check.origin()).stream()
                .flatMap(lookedUpValue -> items(lookedUpValue.node()))
                .anyMatch(node -> matches(check, node));
        return found == check.exists();
    }

    private static Stream<Node> items(Node node) {
        return node instanceof Sequence sequence
                ? sequence.items().stream().flatMap(RequirementEvaluator::items)
                : Stream.of(node);
    }

    private static boolean matches(Check check, Node node) {
        if (check.wanted().isEmpty() && check.matching().isEmpty()) {
            return !node.isNull();
        }
        return node instanceof Scalar scalar
                && !scalar.isNull()
                && (check.wanted().isEmpty()
                        || check.wanted().contains(scalar.text().strip()))
                && check.matching()
                        .map(boundedRegex ->
                                boundedRegex.find(scalar.text(), scalar.place()).isPresent())
                        .orElse(true);
    }
}
