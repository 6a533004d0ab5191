package io.github.serverlint.input.ansible;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_KEY;
import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reader of one inventory file in <a
 * href="https://docs.ansible.com/ansible/latest/collections/ansible/builtin/yaml_inventory.html">Ansible's YAML
 * format</a>: groups with hosts, children and vars.
 */
final class InventoryFileReader {
    private static final String HOSTS = "hosts";
    private static final String CHILDREN = "children";
    private static final String VARS = "vars";
    private static final List<String> KEYS = List.of(HOSTS, CHILDREN, VARS);
    private static final String PRIORITY = "ansible_group_priority";

    /** Limit on the hosts and variables that aliases add to a file. A few lines can expand to any number. */
    private static final int MAX_BY_ALIAS = 1_000_000;

    /** Cost of a group in the same unit: 20,000 groups reach the limit. */
    private static final int GROUP_COST = 50;

    /** Limit on nesting. The YAML reader limits the file itself, but nested aliases can go deeper. */
    private static final int MAX_DEPTH = 300;

    private final InventoryData inventoryData;
    private final AnsibleYamlReader ansibleYamlReader;
    private final List<Finding> findings;
    private final List<Notice> notices;
    /** Findings already reported, by place and message: several aliases can lead to the same place. */
    private final Set<String> reported = new HashSet<>();

    private int byAlias;
    private int depth;
    private boolean aborted;

    InventoryFileReader(
            InventoryData inventoryData,
            AnsibleYamlReader ansibleYamlReader,
            List<Finding> findings,
            List<Notice> notices) {
        this.inventoryData = inventoryData;
        this.ansibleYamlReader = ansibleYamlReader;
        this.findings = findings;
        this.notices = notices;
    }

    void read(SourceFile file) {
        Optional<Finding> unsupported = UnsupportedSource.of(file);
        if (unsupported.isPresent()) {
            findings.add(unsupported.get());
            return;
        }
        byAlias = 0;
        aborted = false;
        int before = findings.size();
        Optional<Node> document = ansibleYamlReader.read(file);
        if (document.isPresent()) {
            document(document.get());
        } else if (findings.size() == before) {
            unrecognized(Span.at(file, 1, 1), "The file is empty; Ansible takes it for no inventory.");
        }
    }

    private void document(Node document) {
        if (document.isNull()
                || (document instanceof Mapping empty && empty.ownEntries().isEmpty())) {
            unrecognized(document.place(), "The document is empty; Ansible takes it for no inventory.");
        } else if (!(document instanceof Mapping mapping)) {
            unrecognized(
                    document.place(),
                    "The document is " + document.kind() + ", where an inventory is a mapping of groups.");
        } else {
            Optional<Entry> plugin = mapping.entry("plugin").filter(entry -> !ScalarType.isFalse(entry.value()));
            if (plugin.isPresent()) {
                findings.add(UnsupportedSource.plugin(plugin.get()));
            } else {
                mapping.entries().forEach(entry -> group(null, entry, ""));
            }
        }
    }

    /** Reads a group that a key defines or lists as a child. */
    private void group(@Nullable InventoryGroup parent, Entry entry, String path) {
        RunMonitor.checkInterrupted();
        Scalar key = entry.key();
        if (exceedsAliasLimit(key, GROUP_COST)) {
            return;
        }
        depth++;
        group(parent, entry, key, path.isEmpty() ? key.text() : path + "." + key.text());
        depth--;
    }

    private void group(@Nullable InventoryGroup parent, Entry entry, Scalar key, String keyPath) {
        if (entry.value().isNull() || entry.value() instanceof Mapping) {
            if (!isName(key, "group", keyPath)) {
                return;
            }
            InventoryGroup group = inventoryData.group(key.text());
            group.definedAt(key.place());
            if (parent != null) {
                join(parent, group, key, keyPath);
            }
            if (entry.value() instanceof Mapping mapping) {
                mapping.entries().forEach(part -> part(group, part, keyPath));
            }
        } else if (parent != null || !isHelper(key)) {
            report(
                    INVALID_VALUE,
                    entry.value().place(),
                    keyPath,
                    "The group \"" + key.text() + "\" takes a mapping of hosts, children and vars, not "
                            + entry.value().kind() + ".",
                    "Put variables below vars of a group, and remove what is no group.");
        }
    }

    private void part(InventoryGroup group, Entry part, String path) {
        String key = part.name();
        String keyPath = path + "." + key;
        if (!KEYS.contains(key)) {
            otherKey(group, part, keyPath);
            return;
        }
        if (part.value().isNull()) {
            return;
        }
        List<Entry> entries;
        if (part.value() instanceof Mapping mapping) {
            entries = mapping.entries();
        } else if (part.value() instanceof Scalar alone && ScalarType.of(alone) == ScalarType.TEXT) {
            if (!key.equals(VARS) && hasSpace(alone, key.equals(HOSTS) ? "host" : "group", keyPath)) {
                return;
            }
            // A single name stands for a mapping of that name to null.
            entries = List.of(new Entry(alone, nullScalar(alone)));
        } else {
            report(
                    INVALID_VALUE,
                    part.value().place(),
                    keyPath,
                    "\"" + key + "\" of the group \"" + group.name() + "\" takes a mapping, not "
                            + part.value().kind() + "; Ansible gives up the whole file.",
                    "Write each name as a key, with a colon behind it.");
            return;
        }
        for (Entry entry : entries) {
            switch (key) {
                case HOSTS -> hosts(group, entry, keyPath);
                case CHILDREN -> group(group, entry, keyPath);
                default -> variable(group, entry, keyPath);
            }
        }
    }

    private void otherKey(InventoryGroup group, Entry part, String keyPath) {
        List<String> nearest = Suggestions.to(part.name(), KEYS);
        String message = "\"" + part.name() + "\" is no key of the group \"" + group.name() + "\"";
        if (!nearest.isEmpty()) {
            report(
                    UNKNOWN_KEY,
                    part.key().place(),
                    keyPath,
                    message + "; Ansible skips it.",
                    Suggestions.advice(part.name(), KEYS));
        } else if (!isHelper(part.key()) && reported.add(part.key().place() + " " + message)) {
            notices.add(Notice.at(
                    part.key().place(),
                    "not read: " + message + ", which has hosts, children and vars; Ansible skips it with a warning"));
        }
    }

    private void join(InventoryGroup parent, InventoryGroup child, Scalar key, String keyPath) {
        if (child.isAll() || !inventoryData.addChild(parent, child, key.place())) {
            report(
                    INVALID_VALUE,
                    key.place(),
                    keyPath,
                    "The group \"" + child.name() + "\" cannot be a child of \"" + parent.name()
                            + "\", which belongs to it; Ansible refuses the loop.",
                    "Remove one of the two memberships.");
        } else if (child.name().equals(InventoryGroup.UNGROUPED) && !parent.isAll()) {
            report(
                    INVALID_VALUE,
                    key.place(),
                    keyPath,
                    "The group \"ungrouped\" is a child of \"" + parent.name()
                            + "\"; Ansible then takes its hosts out of both groups.",
                    "Put the hosts into \"" + parent.name() + "\" itself.");
        }
    }

    private void variable(InventoryGroup group, Entry entry, String path) {
        if (exceedsAliasLimit(entry.key(), 1)) {
            return;
        }
        if (!entry.name().equals(PRIORITY)) {
            group.inline().assign(entry);
            return;
        }
        Optional<BigInteger> priority =
                entry.value() instanceof Scalar scalar ? ScalarType.pythonInteger(scalar) : Optional.empty();
        if (priority.isPresent()) {
            group.prioritize(priority.get());
        } else {
            report(
                    INVALID_VALUE,
                    entry.value().place(),
                    path + "." + PRIORITY,
                    PRIORITY + " of the group \"" + group.name() + "\" is a whole number, not "
                            + entry.value().kind() + ".",
                    "");
        }
    }

    private void hosts(InventoryGroup group, Entry entry, String path) {
        RunMonitor.checkInterrupted();
        Scalar key = entry.key();
        String keyPath = path + "." + key.text();
        Node vars = entry.value();
        if (exceedsAliasLimit(key, 1) || !isName(key, "host", keyPath) || hasSpace(key, "host", keyPath)) {
            return;
        }
        if (!(vars instanceof Mapping) && !ScalarType.isFalse(vars)) {
            report(
                    INVALID_VALUE,
                    vars.place(),
                    keyPath,
                    "The host \"" + key.text() + "\" takes a mapping of its variables, not " + vars.kind()
                            + "; Ansible gives up the whole file.",
                    "Write the variables as keys below the host.");
        }
        try {
            HostPattern pattern = HostPattern.of(key.text());
            if (pattern.names().isEmpty()) {
                throw new HostPattern.Malformed("it stands for no host at all");
            }
            int variables =
                    vars instanceof Mapping mapping ? mapping.ownEntries().size() : 0;
            if (exceedsAliasLimit(key, pattern.names().size() * (1L + variables))) {
                return;
            }
            pattern.names()
                    .forEach(name -> host(new Located<>(name, key.place(), key.written()), pattern, group, vars));
        } catch (HostPattern.Malformed e) {
            report(
                    INVALID_VALUE,
                    key.place(),
                    keyPath,
                    "\"" + key.text() + "\" cannot be read as hosts: " + e.getMessage() + ".",
                    "Ranges are written as mx[01:12] or mx[a:f], with a step behind a second colon.");
        }
    }

    private void host(Located<String> name, HostPattern pattern, InventoryGroup group, Node vars) {
        boolean known = inventoryData.hasHost(name.value());
        if (!known && inventoryData.isFull()) {
            if (!inventoryData.isTruncated()) {
                inventoryData.markTruncated();
                report(
                        INVALID_VALUE,
                        name.place(),
                        "",
                        "From here on no host is read: the inventory has more than " + InventoryData.MAX_HOSTS + ".",
                        "Split the inventory.");
            }
            return;
        }
        HostBuilder host = inventoryData.host(name, group);
        if (!known && pattern.port().isPresent()) {
            Scalar port =
                    new Scalar(pattern.port().get().toString(), true, name.place(), name.written(), Optional.empty());
            host.inline().assign("ansible_port", port, name.place());
        }
        if (vars instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(variable -> inventoryData.assign(
                            host,
                            variable.name(),
                            variable.value(),
                            variable.key().place()));
        }
    }

    /** Whether aliases exceed the limit, which is reported once. */
    private boolean exceedsAliasLimit(Scalar key, long parts) {
        if (!key.place().equals(key.written())) {
            byAlias = (int) Math.min(byAlias + parts, MAX_BY_ALIAS + 1L);
        }
        if (!aborted && (byAlias > MAX_BY_ALIAS || depth >= MAX_DEPTH)) {
            aborted = true;
            report(
                    INVALID_VALUE,
                    key.place(),
                    "",
                    "Aliases lead to aliases here, and make far more groups, hosts and variables of the file than"
                            + " anybody means, or groups in more than " + MAX_DEPTH
                            + " levels; the rest of the file is not read.",
                    "Write each group once, and name it where it is a child.");
        }
        return aborted;
    }

    /** Names must be text: numbers and the like only in quotes. */
    private boolean isName(Scalar key, String what, String keyPath) {
        boolean name = ScalarType.of(key) == ScalarType.TEXT && !key.text().isEmpty();
        if (!name) {
            report(
                    INVALID_VALUE,
                    key.place(),
                    keyPath,
                    "\"" + key.text() + "\" is no name of a " + what
                            + ": YAML takes it for something else than text, and Ansible gives up the whole file.",
                    "Put it into quotes.");
        }
        return name;
    }

    /** Reports a name with white space, as several lines without colons are one text. */
    private boolean hasSpace(Scalar name, String what, String keyPath) {
        boolean hasSpace = name.text().codePoints().anyMatch(InventoryFileReader::isSpace);
        if (hasSpace) {
            report(
                    INVALID_VALUE,
                    name.place(),
                    keyPath,
                    "\"" + name.text() + "\" is no name of a " + what
                            + ": it holds white space, and Ansible takes all of it for" + " one " + what + ".",
                    "Write each name as a key of its own, with a colon behind it.");
        }
        return hasSpace;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Whether a key only holds anchors, by convention of its name. */
    private static boolean isHelper(Scalar key) {
        return key.text().startsWith(".")
                || key.text().startsWith("x-")
                || key.text().startsWith("_");
    }

    private static Scalar nullScalar(Scalar beside) {
        return new Scalar("", true, beside.place(), beside.written(), Optional.empty());
    }

    private void unrecognized(Span place, String message) {
        findings.add(Finding.reading(UNRECOGNIZED_DOCUMENT, place, message)
                .fix(UnsupportedSource.ADVICE)
                .build());
    }

    private void report(ParseRule rule, Span place, String keyPath, String message, String fix) {
        if (reported.add(place + " " + message)) {
            findings.add(Finding.reading(rule, place, message)
                    .keyPath(keyPath)
                    .fix(fix)
                    .build());
        }
    }
}
