package io.github.serverlint.layout;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;
import static io.github.serverlint.finding.ReadingRule.MISSING_VALUE;

import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Subject;

/** What every server, forest and migration has: a name, and below it something that is meant for us. */
final class Names {
    private Names() {}

    /** Whether an entry can be read; if not, it has been said why. */
    static boolean accept(Entry entry, Subject subject) {
        if (entry.key().isNull() || entry.name().isBlank()) {
            subject.report(
                    MISSING_VALUE, entry.key().located(), "Here a name is missing.", "Write one before the colon.");
            return false;
        }
        if (entry.value().foreignTag().isPresent()) {
            subject.report(
                    INVALID_VALUE,
                    entry.value().place(),
                    "The " + subject.what() + " carries the tag "
                            + entry.value().foreignTag().get() + ", which only another tool understands.",
                    "Write the value itself.");
            return false;
        }
        return true;
    }
}
