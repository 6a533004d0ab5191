package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.ansible.EffectiveVariable;
import io.github.serverlint.input.ansible.Host;
import io.github.serverlint.input.ansible.Inventory;
import io.github.serverlint.input.ansible.RenderedValue;
import io.github.serverlint.input.ansible.RetypedValue;
import io.github.serverlint.input.ansible.VariableOrigin;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.input.provenance.SecretKeys;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reader {@code ansible} of the mapping language: each host of an inventory is a machine with its effective variables.
 */
final class AnsibleMachineReader {
    /** The magic variable that holds the host's name. */
    static final String HOST_NAME = "inventory_hostname";

    /** Limit on the items of a value: nested aliases can expand to any number. */
    private static final int MAX_ITEMS = 10_000;

    private static final int MAX_STEPS = 200;

    private final Inventory inventory;
    private final List<SourceFolder> folders;
    private final VariableAudience audience;
    private final Map<Tie, Set<String>> ties = new LinkedHashMap<>();
    private final Set<Span> tooLong = new LinkedHashSet<>();
    private final Set<RetypedValue> retyped = new LinkedHashSet<>();

    AnsibleMachineReader(MappingSource mappingSource, List<String> places, List<SourceFolder> folders) {
        List<YamlFile> files = folders.stream()
                .flatMap(sourceFolder -> sourceFolder.files().stream())
                .toList();
        this.inventory = Inventory.read(places, mappingSource.playbook(), files);
        this.folders = folders;
        this.audience = new VariableAudience(mappingSource.meantFor(), inventory);
    }

    List<Finding> findings() {
        return inventory.findings();
    }

    List<Notice> notices() {
        return inventory.notices();
    }

    boolean complete() {
        return inventory.complete();
    }

    List<Machine> machines() {
        return inventory.hosts().stream()
                .map(host -> Machine.of(
                        host.name().place(),
                        new AnsibleMachineVariables(host, audience, ties, tooLong, retyped),
                        this::side))
                .toList();
    }

    /** What variables say to hosts that they are not meant for. */
    List<Notice> unused() {
        return audience.unused();
    }

    /** Warnings about the variables that were read. */
    List<Finding> warnings() {
        return Stream.of(
                        ties.entrySet().stream().map(entry -> warning(entry.getKey(), entry.getValue())),
                        tooLong.stream().map(AnsibleMachineReader::tooLong),
                        retyped.stream().map(AnsibleMachineReader::warning))
                .flatMap(findings -> findings)
                .toList();
    }

    /** A variable to which several groups assign different values, so that only their names decide. */
    private record Tie(String variable, GroupAssignment winner, List<GroupAssignment> losers) {}

    /** A group and the place where it assigns a variable. */
    private record GroupAssignment(String name, Span place) {
        static GroupAssignment of(VariableOrigin variableOrigin) {
            return new GroupAssignment(variableOrigin.name(), variableOrigin.place());
        }
    }

    private static Finding warning(Tie tie, Set<String> hosts) {
        String first = "\"" + hosts.iterator().next() + "\"";
        int others = hosts.size() - 1;
        FindingBuilder finding = Finding.reading(
                        INVALID_VALUE,
                        tie.winner().place(),
                        "The groups \"" + tie.winner().name() + "\" and \""
                                + tie.losers().get(0).name() + "\" say different things of \"" + tie.variable()
                                + "\"; for " + first
                                + (others == 0 ? "" : " and " + others + (others == 1 ? " other host" : " other hosts"))
                                + " the first one counts, only because its name comes later.")
                .because("Neither is deeper than the other, so Ansible goes by the alphabet.")
                .fix("Say it in one of them, in a group below both or at the host, or set ansible_group_priority.");
        tie.losers().forEach(group -> finding.related(group.place(), "\"" + group.name() + "\" says it here"));
        return finding.build(Severity.WARNING);
    }

    private static Finding warning(RetypedValue value) {
        return Finding.reading(
                        INVALID_VALUE,
                        value.place(),
                        "\"" + value.text() + "\" is the number " + value.number()
                                + " for Ansible, which reads YAML 1.1; "
                                + (value.asNumber()
                                        ? "so it was read here too."
                                        : "here it was read as it is written."))
                .because(
                        "A leading zero makes an octal number, colons one to the base of 60, and a final zero is lost.")
                .fix("Put it into quotes if the text is meant, or write the number that is meant.")
                .build(Severity.WARNING);
    }

    private static Finding tooLong(Span place) {
        return Finding.reading(
                        INVALID_VALUE,
                        place,
                        "The value here has more than " + MAX_ITEMS + " items, so nothing was read from it.")
                .because("Aliases inside lists make a long list of a few lines.")
                .fix("Write the items that are meant.")
                .build();
    }

    private Optional<JsonPathMatch> side(String path) {
        return folders.stream()
                .flatMap(sourceFolder -> sourceFolder.document(path).stream())
                .findFirst()
                .map(JsonPathMatch::root);
    }

    /** Aborts the reading of a value with too many items. */
    private static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A part of a variable, the name that marks it as a secret, and its provenance. */
    private record PartialValue(Node node, Optional<String> secret, List<ProvenanceStep> trail) {
        PartialValue with(Node other, Optional<String> otherSecret) {
            return new PartialValue(other, otherSecret, trail);
        }

        /** The same value after an expression was rendered. */
        PartialValue through(RenderedValue resolved) {
            List<ProvenanceStep> way = new ArrayList<>(trail);
            resolved.through().forEach(variableOrigin -> way.addAll(AnsibleMachineVariables.trail(variableOrigin)));
            AnsibleMachineVariables.vaulted(resolved.vaulted(), way);
            return new PartialValue(node, secret.or(resolved::secret), way);
        }

        LookedUpValue known() {
            return new LookedUpValue(node, secret, trail, false, Optional.empty());
        }

        LookedUpValue unknown(UnresolvedReason why) {
            return new LookedUpValue(node, secret, trail, false, Optional.of(why));
        }
    }

    /** The variables of a host, with simple Jinja rendered. */
    private record AnsibleMachineVariables(
            Host host,
            VariableAudience audience,
            Map<Tie, Set<String>> ties,
            Set<Span> tooLong,
            Set<RetypedValue> retyped)
            implements MachineVariables {

        @Override
        public List<LookedUpValue> find(String name, Optional<JsonPath> inside) {
            if (name.equals(HOST_NAME) && inside.isEmpty()) {
                return List.of(LookedUpValue.of(text(host.name().value())));
            }
            Optional<EffectiveVariable> variable = host.variable(name);
            if (variable.isEmpty() || !audience.includes(host, name, variable.get())) {
                return List.of();
            }
            Optional<String> secret = Optional.of(name).filter(SecretKeys::isNamedBy);
            List<ProvenanceStep> trail = new ArrayList<>(trail(variable.get().origin()));
            vaulted(variable.get().vaulted(), trail);
            PartialValue given = new PartialValue(variable.get().value(), secret, trail);
            List<LookedUpValue> values = new ArrayList<>();
            try {
                if (inside.isPresent()) {
                    inside(inside.get(), given, values);
                } else {
                    add(given, values);
                }
            } catch (TooLong e) {
                tooLong.add(given.node().place());
                return List.of();
            }
            if (!values.isEmpty()) {
                tied(name, variable.get());
            }
            return values;
        }

        @Override
        public Optional<String> unused(String name) {
            return audience.unused(host, name);
        }

        /** Evaluates a selector in a variable, or in the variable that its text consists of. */
        private void inside(JsonPath jsonPath, PartialValue given, List<LookedUpValue> into) throws TooLong {
            Node start = given.node();
            if (start instanceof Scalar) {
                RenderedValue resolved = host.resolve(start);
                PartialValue user = given.through(resolved);
                if (!resolved.isKnown() || user.secret().isPresent()) {
                    add(given, into);
                    return;
                }
                if (resolved.value() instanceof Scalar) {
                    // A scalar has no children, also where an expression yields it.
                    return;
                }
                inside(jsonPath, user.with(resolved.value(), user.secret()), into);
                return;
            }
            JsonPathMatch root = JsonPathMatch.root(start);
            for (JsonPathMatch jsonPathMatch : jsonPath.select(root)) {
                Optional<String> secret = given.secret().or(() -> jsonPathMatch.keyBelow(root, SecretKeys::isNamedBy));
                add(given.with(jsonPathMatch.node(), secret), into);
            }
        }

        /** Adds the scalars of a value, including those of nested lists and of lists that an expression yields. */
        private void add(PartialValue first, List<LookedUpValue> into) throws TooLong {
            Deque<PartialValue> open = new ArrayDeque<>(List.of(first));
            for (int looked = into.size(); !open.isEmpty(); looked++) {
                if (looked > MAX_ITEMS) {
                    throw new TooLong();
                }
                PartialValue given = open.pop();
                Node node = given.node();
                if (node instanceof Sequence sequence && sequence.foreignTag().isEmpty()) {
                    List<Node> items = sequence.items();
                    for (int i = items.size() - 1; i >= 0; i--) {
                        open.push(given.with(items.get(i), given.secret()));
                    }
                } else if (!(node instanceof Scalar text)) {
                    into.add(given.known());
                } else if (!node.isNull()) {
                    RenderedValue resolved = host.resolve(node);
                    PartialValue user = given.through(resolved);
                    if (user.secret().isPresent()) {
                        // Keep neither the value nor its place.
                        into.add(user.known());
                    } else if (resolved.state() == EffectiveVariable.VariableState.ENCRYPTED) {
                        into.add(user.unknown(UnresolvedReason.encrypted("Ansible Vault")));
                    } else if (resolved.state() == EffectiveVariable.VariableState.UNRESOLVED) {
                        into.add(user.unknown(UnresolvedReason.unresolved(resolved.expression())));
                    } else if (resolved.value() instanceof Sequence
                            && user.trail().size() > MAX_STEPS) {
                        // The list probably refers to itself.
                        into.add(user.unknown(UnresolvedReason.unresolved(text.text())));
                    } else if (resolved.value() instanceof Sequence) {
                        open.push(user.with(resolved.value(), user.secret()));
                    } else {
                        retyped.addAll(resolved.retyped());
                        into.add(user.with(resolved.value(), user.secret()).known());
                    }
                }
            }
        }

        /** The path from the assignment of a variable down to the host. */
        static List<ProvenanceStep> trail(VariableOrigin variableOrigin) {
            List<ProvenanceStep> trail = new ArrayList<>();
            String kind = variableOrigin.kind().name().toLowerCase(Locale.ROOT);
            trail.add(new ProvenanceStep(
                    variableOrigin.place(), "it is said by the " + kind + " \"" + variableOrigin.name() + "\" here"));
            String above = variableOrigin.name();
            for (VariableOrigin.OriginStep originStep : variableOrigin.chain()) {
                trail.add(new ProvenanceStep(
                        originStep.place(), "\"" + originStep.name() + "\" belongs to \"" + above + "\" here"));
                above = originStep.name();
            }
            return trail;
        }

        /** Adds the encrypted files that might override the value. They rarely do, so the value stays known. */
        static void vaulted(List<VariableOrigin> files, List<ProvenanceStep> trail) {
            files.stream()
                    .map(file -> new ProvenanceStep(
                            file.place(),
                            "this file is encrypted, and what it says of the variable would count instead"))
                    .filter(point -> !trail.contains(point))
                    .forEach(trail::add);
        }

        private void tied(String name, EffectiveVariable effectiveVariable) {
            if (!effectiveVariable.tied().isEmpty()) {
                ties.computeIfAbsent(
                                new Tie(
                                        name,
                                        GroupAssignment.of(effectiveVariable.origin()),
                                        effectiveVariable.tied().stream()
                                                .map(GroupAssignment::of)
                                                .toList()),
                                any -> new LinkedHashSet<>())
                        .add(host.name().value());
            }
        }

        @Override
        public List<LookedUpValue> groups() {
            List<LookedUpValue> groups = new ArrayList<>();
            host.groups().forEach(group -> groups.add(0, LookedUpValue.of(text(group))));
            return groups;
        }

        private Scalar text(String name) {
            return new Scalar(name, false, host.name().place(), host.name().written(), Optional.empty());
        }
    }
}
