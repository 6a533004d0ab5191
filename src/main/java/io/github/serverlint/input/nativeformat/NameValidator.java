package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;

import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;

/** Validator of the entries of servers, forests and migrations: a name, and values without foreign tags. */
final class NameValidator {
    private NameValidator() {}

    /** Whether an entry is valid; if not, the reason has been reported. */
    static boolean accept(Entry entry, FindingReporter findingReporter) {
        if (entry.key().isNull() || entry.name().isBlank()) {
            findingReporter.report(
                    MISSING_VALUE, entry.key().located(), "Here a name is missing.", "Write one before the colon.");
            return false;
        }
        return hasNoForeignTag(entry.value(), findingReporter, "Write the value itself.")
                && hasNoForeignTag(entry.key(), findingReporter, "Remove the tag before the name.");
    }

    private static boolean hasNoForeignTag(Node node, FindingReporter findingReporter, String fix) {
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
