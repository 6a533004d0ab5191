package io.github.serverlint.input.ansible;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlFile;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Loader of YAML files as Ansible loads them: one document per file, and only Ansible's own tags. */
final class AnsibleYamlReader {
    static final Set<String> VAULT_TAGS = Set.of("!vault", "!vault-encrypted");
    static final String UNSAFE_TAG = "!unsafe";
    /** Ansible reads values with this tag as text. */
    private static final String UNICODE_TAG = "!!python/unicode";

    private static final String VAULT_HEADER = "$ANSIBLE_VAULT";

    private final Map<SourceFile, YamlFile> files = new HashMap<>();
    private final List<Finding> findings;

    AnsibleYamlReader(List<YamlFile> files, List<Finding> findings) {
        files.forEach(file -> this.files.putIfAbsent(file.file(), file));
        this.findings = findings;
    }

    /** Whether a file is encrypted as a whole. */
    static boolean isEncrypted(SourceFile file) {
        return file.text().startsWith(VAULT_HEADER);
    }

    /** The document of a file; empty if it has none or is invalid, which has been reported. */
    Optional<Node> read(SourceFile file) {
        RunMonitor.checkInterrupted();
        YamlFile yaml = Objects.requireNonNull(files.get(file)).withLastOfKeys("Ansible");
        findings.addAll(yaml.findings());
        if (yaml.documents().size() > 1) {
            Node second = yaml.documents().get(1);
            findings.add(Finding.reading(
                            UNRECOGNIZED_DOCUMENT,
                            second.place(),
                            "A second document begins here; Ansible reads files with one document only.")
                    .because("It gives up the whole file.")
                    .fix("Make one document of them, or two files.")
                    .build());
            return Optional.empty();
        }
        if (!yaml.complete() || yaml.documents().isEmpty()) {
            return Optional.empty();
        }
        Node document = yaml.documents().get(0);
        rejectTags(document, Collections.newSetFromMap(new IdentityHashMap<>()));
        return Optional.of(document);
    }

    private void rejectTags(Node node, Set<Object> seen) {
        node.foreignTag()
                .filter(tag -> !VAULT_TAGS.contains(tag) && !tag.equals(UNSAFE_TAG) && !tag.equals(UNICODE_TAG))
                .ifPresent(tag -> findings.add(Finding.reading(
                                INVALID_VALUE,
                                node.place(),
                                (node.place().file().isConfidential() ? "The tag here" : "The tag " + tag)
                                        // This may be an unquoted password that begins with !.
                                        + " is none that Ansible knows; it gives up the whole file.")
                        .fix("Remove the tag. Known are !vault and !unsafe.")
                        .build()));
        // The target of an alias was checked where it is written.
        if (node instanceof Mapping mapping && seen.add(mapping.ownEntries())) {
            mapping.ownEntries().forEach(entry -> {
                rejectTags(entry.key(), seen);
                rejectTags(entry.value(), seen);
            });
        } else if (node instanceof Sequence sequence && seen.add(sequence.ownItems())) {
            sequence.ownItems().forEach(item -> rejectTags(item, seen));
        }
    }
}
