package io.github.serverlint.input.ansible;

import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** Detection of inventory sources that only Ansible itself can read, such as scripts and INI files. */
final class UnsupportedSource {
    static final String ADVICE =
            "Lint what Ansible makes of it: the output of ansible-inventory --list --yaml, or leave the file out.";

    /** A section as the first line that is neither empty nor a comment. */
    private static final Pattern INI =
            Pattern.compile("\\A(?:[ \\t]*(?:[#;].*)?\\R)*+[ \\t]*\\[[^\\[\\]\\s,]+\\][ \\t]*(?:[#;].*)?(?:\\R|\\z)");

    private UnsupportedSource() {}

    /** The finding that explains why a file is not read; empty if it may be a YAML inventory. */
    static Optional<Finding> of(SourceFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (file.text().startsWith("#!")) {
            return unsupported(file, "The file is a script that makes an inventory; scripts are not run here.");
        }
        if (AnsibleYamlReader.isEncrypted(file)) {
            return unsupported(file, "The file is encrypted with Ansible Vault, so its hosts are not known.");
        }
        if (name.endsWith(".ini") || INI.matcher(file.text()).lookingAt()) {
            return unsupported(file, "The file is an inventory in the INI format, which is not read here.");
        }
        if (!InventoryFileNames.isYaml(name)) {
            return unsupported(
                    file,
                    "The file ends in \"" + InventoryFileNames.extension(name)
                            + "\"; Ansible reads inventories in YAML only from files that end in .yml, .yaml, .json or"
                            + " have no extension.");
        }
        return Optional.empty();
    }

    /** The finding for the configuration of a dynamic inventory. */
    static Finding plugin(Entry plugin) {
        String name = plugin.value() instanceof Scalar scalar ? " of " + scalar.text() : "";
        return Finding.reading(
                        UNRECOGNIZED_DOCUMENT,
                        plugin.key().place(),
                        "The file configures a dynamic inventory" + name + "; it holds no hosts.")
                .keyPath("plugin")
                .fix(ADVICE)
                .build();
    }

    private static Optional<Finding> unsupported(SourceFile file, String message) {
        return Optional.of(Finding.reading(UNRECOGNIZED_DOCUMENT, Span.at(file, 1, 1), message)
                .fix(ADVICE)
                .build());
    }
}
