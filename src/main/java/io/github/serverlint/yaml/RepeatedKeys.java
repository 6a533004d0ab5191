package io.github.serverlint.yaml;

import static io.github.serverlint.finding.ParseRule.DUPLICATE_KEY;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.yaml.Node.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a key that stands several times in a mapping, which YAML forbids and most tools allow.
 *
 * @param tool the name of the tool that takes the last value; empty if a repeated key is an error
 */
record RepeatedKeys(Optional<String> tool) {
    /** A repeated key is an error, and its first value is kept. */
    static final RepeatedKeys REFUSED = new RepeatedKeys(Optional.empty());

    /** A repeated key is a warning, and its last value is kept, as a tool does it. */
    static RepeatedKeys lastFor(String tool) {
        return new RepeatedKeys(Optional.of(tool));
    }

    /** Adds an entry to a mapping, and returns what is to be said if its key stands there already. */
    Optional<Finding> add(MappingBuilder own, Entry entry) {
        return Optional.ofNullable(tool.isPresent() ? own.replace(entry) : own.add(entry))
                .map(earlier -> finding(entry, earlier, "takes the last of its values", "Keep one of them."));
    }

    /**
     * Adds a merge key to those of a mapping, and returns what is to be said if there is one already.
     *
     * @param merges those whose mappings count, highest precedence first
     */
    Optional<Finding> addMerge(List<Entry> merges, Entry entry) {
        Optional<Finding> finding = merges.stream()
                .findFirst()
                .map(earlier -> finding(
                        entry,
                        earlier,
                        "takes the last value of what several of them bring",
                        "Write one << with a list of mappings."));
        if (finding.isEmpty() || tool.isPresent()) {
            merges.add(0, entry);
        }
        return finding;
    }

    private Finding finding(Entry entry, Entry earlier, String lastCounts, String fix) {
        String key = "The key \"" + entry.key().text() + "\" stands ";
        FindingBuilder finding = Finding.reading(
                        DUPLICATE_KEY,
                        entry.key().place(),
                        tool.map(name -> key + "again in this mapping; " + name + " " + lastCounts + ".")
                                .orElse(key + "twice in this mapping."))
                .related(earlier.key().place(), tool.isPresent() ? "it stands here before" : "it stands here first")
                .fix(fix);
        return tool.isPresent()
                ? finding.build(Severity.WARNING)
                : finding.because("YAML tools keep one of the two values and drop the other without a word.")
                        .build();
    }
}
