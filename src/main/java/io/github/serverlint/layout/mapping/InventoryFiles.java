package io.github.serverlint.layout.mapping;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.layout.ansible.Host;
import io.github.serverlint.layout.ansible.Inventory;
import io.github.serverlint.layout.ansible.Origin;
import io.github.serverlint.layout.ansible.Resolution;
import io.github.serverlint.layout.ansible.Variable;
import io.github.serverlint.layout.record.Notice;
import io.github.serverlint.layout.record.Secrets;
import io.github.serverlint.layout.record.Waypoint;
import io.github.serverlint.layout.selector.Match;
import io.github.serverlint.layout.selector.Selector;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The reader {@code ansible}: each host of an inventory is a machine, and its effective variables say what it is. */
final class InventoryFiles {
    /** The variable that Ansible makes of the host's own name. */
    static final String HOST_NAME = "inventory_hostname";

    private final Inventory inventory;
    private final List<Folder> folders;
    private final Map<Tie, Set<String>> ties = new LinkedHashMap<>();

    InventoryFiles(Source source, List<String> places, List<Folder> folders) {
        List<SourceFile> files = folders.stream()
                .flatMap(folder -> folder.files().stream())
                .map(YamlFile::file)
                .toList();
        this.inventory = Inventory.read(places, source.playbook(), files);
        this.folders = folders;
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
                .map(host -> Machine.of(host.name().place(), new HostVariables(host, ties), this::side))
                .toList();
    }

    /** What is doubtful about the variables that were asked for. */
    List<Finding> warnings() {
        return ties.entrySet().stream()
                .map(entry -> warning(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A variable of which two groups say different things, so that one wins by its name alone. */
    private record Tie(String variable, Saying winner, List<Saying> losers) {}

    /** A group and where it says a variable, for whatever host. */
    private record Saying(String name, Span place) {
        static Saying of(Origin origin) {
            return new Saying(origin.name(), origin.place());
        }
    }

    private static Finding warning(Tie tie, Set<String> hosts) {
        String first = "\"" + hosts.iterator().next() + "\"";
        int others = hosts.size() - 1;
        Finding.Builder finding = Finding.reading(
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

    private Optional<Match> side(String path) {
        return folders.stream()
                .flatMap(folder -> folder.document(path).stream())
                .findFirst()
                .map(Match::root);
    }

    /** What a host's variables say, with simple Jinja put in. */
    private record HostVariables(Host host, Map<Tie, Set<String>> ties) implements Variables {

        @Override
        public List<Value> find(String name, Optional<Selector> inside) {
            if (name.equals(HOST_NAME) && inside.isEmpty()) {
                return List.of(Value.of(text(host.name().value())));
            }
            Optional<Variable> variable = host.variable(name);
            if (variable.isEmpty()) {
                return List.of();
            }
            Optional<String> secret = Optional.of(name).filter(Secrets::isNamedBy);
            List<Value> values = new ArrayList<>();
            Match root = Match.root(variable.get().value());
            List<Match> matches = inside.map(selector -> selector.select(root)).orElse(List.of(root));
            for (Match match : matches) {
                if (!match.node().isNull()) {
                    scalars(match.node())
                            .map(node -> value(
                                    node, variable.get(), secret.or(() -> match.keyBelow(root, Secrets::isNamedBy))))
                            .forEach(values::add);
                }
            }
            if (!values.isEmpty()) {
                tied(name, variable.get());
            }
            return values;
        }

        private static Stream<Node> scalars(Node node) {
            return node instanceof Sequence sequence && sequence.foreignTag().isEmpty()
                    ? sequence.items().stream().flatMap(HostVariables::scalars)
                    : Stream.of(node);
        }

        private Value value(Node node, Variable variable, Optional<String> secret) {
            List<Waypoint> trail = new ArrayList<>(trail(variable.origin()));
            vaulted(variable.vaulted(), trail);
            if (variable.state() == Variable.State.ENCRYPTED) {
                return new Value(node, secret, trail, false, Optional.of(Unknown.encrypted("Ansible Vault")));
            }
            if (!(node instanceof Scalar)) {
                return new Value(node, secret, trail, false, Optional.empty());
            }
            Resolution resolved = host.resolve(node);
            resolved.through().forEach(origin -> trail.addAll(trail(origin)));
            vaulted(resolved.vaulted(), trail);
            Optional<Unknown> unknown = switch (resolved.state()) {
                case KNOWN -> Optional.empty();
                case ENCRYPTED -> Optional.of(Unknown.encrypted("Ansible Vault"));
                case UNRESOLVED -> Optional.of(Unknown.unresolved(resolved.expression()));
            };
            return new Value(resolved.isKnown() ? resolved.value() : node, secret, trail, false, unknown);
        }

        /** From where the variable is said down to the host. */
        private static List<Waypoint> trail(Origin origin) {
            List<Waypoint> trail = new ArrayList<>();
            String kind = origin.kind().name().toLowerCase(Locale.ROOT);
            trail.add(new Waypoint(origin.place(), "it is said by the " + kind + " \"" + origin.name() + "\" here"));
            String above = origin.name();
            for (Origin.Step step : origin.chain()) {
                trail.add(new Waypoint(step.place(), "\"" + step.name() + "\" belongs to \"" + above + "\" here"));
                above = step.name();
            }
            return trail;
        }

        /**
         * What is said of files of passwords: mostly they say nothing else, so the value stays known, but nobody can see
         * that they do not.
         */
        private static void vaulted(List<Origin> files, List<Waypoint> trail) {
            files.stream()
                    .map(file -> new Waypoint(
                            file.place(),
                            "this file is encrypted, and what it says of the variable would count instead"))
                    .filter(point -> !trail.contains(point))
                    .forEach(trail::add);
        }

        private void tied(String name, Variable variable) {
            if (!variable.tied().isEmpty()) {
                ties.computeIfAbsent(
                                new Tie(
                                        name,
                                        Saying.of(variable.origin()),
                                        variable.tied().stream().map(Saying::of).toList()),
                                any -> new LinkedHashSet<>())
                        .add(host.name().value());
            }
        }

        @Override
        public List<Value> groups() {
            List<Value> groups = new ArrayList<>();
            host.groups().forEach(group -> groups.add(0, Value.of(text(group))));
            return groups;
        }

        private Scalar text(String name) {
            return new Scalar(name, false, host.name().place(), host.name().written(), Optional.empty());
        }
    }
}
