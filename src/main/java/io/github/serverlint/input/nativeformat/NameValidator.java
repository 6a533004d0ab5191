package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;

import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;

/** What every server, forest and migration has: a name, and below it something that is meant for us. */
final class NameValidator {
    private NameValidator() {}

    /** Whether an entry can be read; if not, it has been said why. */
    static boolean accept(Entry entry, FindingReporter findingReporter) {
        if (entry.key().isNull() || entry.name().isBlank()) {
            findingReporter.report(
                    MISSING_VALUE, entry.key().located(), "Here a name is missing.", "Write one before the colon.");
            return false;
        }
        return isOurs(entry.value(), findingReporter, "Write the value itself.")
                && isOurs(entry.key(), findingReporter, "Remove the tag before the name.");
    }

    private static boolean isOurs(Node node, FindingReporter findingReporter, String fix) {
        node.foreignTag()
                .ifPresent(tag -> findingReporter.report(
                        INVALID_VALUE,
                        node.place(),
                        "The " + findingReporter.what() + " carries the tag " + tag
                                + ", which only another tool understands.",
                        fix));
        return node.foreignTag().isEmpty();
    }
}
