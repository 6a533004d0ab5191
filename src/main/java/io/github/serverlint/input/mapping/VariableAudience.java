package io.github.serverlint.input.mapping;

import io.github.serverlint.input.ansible.EffectiveVariable;
import io.github.serverlint.input.ansible.Host;
import io.github.serverlint.input.ansible.Inventory;
import io.github.serverlint.input.ansible.VariableOrigin;
import io.github.serverlint.input.ansible.VariableOrigin.OriginKind;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.mapping.MappingSource.MeantFor;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hosts that a variable is meant for, where a group above them says it to hosts of other kinds too: the release of
 * Exchange among the variables of {@code all} is that of the mail servers.
 */
final class VariableAudience {
    private static final int NAMED = 3;

    private final List<Target> targets;
    private final Map<String, Set<String>> parents;
    private final Map<UnmeantVariable, Set<String>> unused = new LinkedHashMap<>();
    /** What is said of it, by host and variable. */
    private final Map<String, Map<String, String>> unusedByHost = new HashMap<>();

    VariableAudience(List<MeantFor> meantFor, Inventory inventory) {
        this.parents = inventory.parents();
        this.targets = meantFor.stream()
                .map(each -> new Target(each, inventory.hosts()))
                .toList();
    }

    /** A variable that a group says and that some hosts do not use, for the same reason. */
    private record UnmeantVariable(Span place, String what, String reason) {}

    /** Whether a variable is meant for a host; otherwise it is noted as unused. */
    boolean includes(Host host, String variable, EffectiveVariable value) {
        Optional<String> reason = reasonAgainst(host, variable, value);
        reason.ifPresent(why -> {
            UnmeantVariable unmeant = new UnmeantVariable(value.origin().place(), notUsed(variable, value), why);
            unused.computeIfAbsent(unmeant, any -> new LinkedHashSet<>())
                    .add(host.name().value());
            unusedByHost
                    .computeIfAbsent(host.name().value(), any -> new HashMap<>())
                    .put(variable, unmeant.what() + " (" + unmeant.place() + "): " + why);
        });
        return reason.isEmpty();
    }

    /** Why a variable that was looked up is not used for a host; empty if it is used, or if there is none. */
    Optional<String> unused(Host host, String variable) {
        return Optional.ofNullable(
                unusedByHost.getOrDefault(host.name().value(), Map.of()).get(variable));
    }

    private Optional<String> reasonAgainst(Host host, String variable, EffectiveVariable value) {
        Span named = host.name().place();
        List<VariableOrigin> origins = Stream.concat(Stream.of(value.origin()), value.overridden().stream())
                .toList();
        return targets.stream()
                .filter(target ->
                        target.meantFor.variables().find(variable, named).isPresent())
                // Below or beside the group something else may have said it to the host, so that it has one anyway.
                .filter(target -> origins.stream()
                        .allMatch(origin -> target.reasonAgainst(host, origin).isPresent()))
                .flatMap(target -> target.reasonAgainst(host, value.origin()).stream())
                .findFirst();
    }

    private static String notUsed(String variable, EffectiveVariable value) {
        return "not used: \"" + variable + "\", which the group \""
                + value.origin().name() + "\" says";
    }

    /** What was left out, by place. */
    List<Notice> unused() {
        return unused.entrySet().stream()
                .map(entry -> Notice.at(
                        entry.getKey().place(),
                        entry.getKey().what() + ", for " + listed(entry.getValue()) + ": "
                                + entry.getKey().reason()))
                .toList();
    }

    private static String listed(Set<String> hosts) {
        int more = hosts.size() - NAMED;
        return hosts.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The groups above some groups. */
    private Set<String> above(Set<String> groups) {
        Set<String> above = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(groups);
        while (!open.isEmpty()) {
            for (String parent : parents.getOrDefault(open.removeFirst(), Set.of())) {
                if (above.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return above;
    }

    /** One rule of the mapping, with what the groups of the inventory are to it. */
    private final class Target {
        private final MeantFor meantFor;
        private final Map<String, Boolean> wanted = new HashMap<>();
        private final Map<String, Boolean> refused = new HashMap<>();
        /** A group that it is meant for, by each group that has hosts in one. */
        private final Map<String, String> around = new HashMap<>();

        Target(MeantFor meantFor, List<Host> hosts) {
            this.meantFor = meantFor;
            for (Host host : hosts) {
                wantedGroup(host)
                        .ifPresent(
                                wantedGroup -> host.groups().forEach(group -> around.putIfAbsent(group, wantedGroup)));
            }
        }

        /** Why what an origin says is not meant for a host; empty if it is. */
        Optional<String> reasonAgainst(Host host, VariableOrigin origin) {
            if (origin.kind() == OriginKind.HOST || wantedGroup(host).isPresent()) {
                return Optional.empty();
            }
            List<String> refusing = refusing(host);
            if (!refusing.isEmpty()) {
                boolean isSaidToThem = isRefused(origin.name(), origin.place())
                        || above(Set.of(origin.name())).stream().anyMatch(group -> isRefused(group, origin.place()));
                return isSaidToThem
                        ? Optional.empty()
                        : Optional.of("it is not meant for the group \"" + refusing.get(refusing.size() - 1) + "\"");
            }
            return Optional.ofNullable(around.get(origin.name()))
                    .map(group -> "it is meant for the group \"" + group + "\"");
        }

        /** The nearest group of a host that it is meant for. A name of groups that it is not meant for says nothing. */
        private Optional<String> wantedGroup(Host host) {
            Set<String> withOthers = above(new HashSet<>(refusing(host)));
            List<String> groups = new ArrayList<>();
            host.groups().stream()
                    .filter(group -> isWanted(group, host.name().place()))
                    .filter(group -> !withOthers.contains(group))
                    .forEach(group -> groups.add(0, group));
            return groups.stream().findFirst();
        }

        private List<String> refusing(Host host) {
            return host.groups().stream()
                    .filter(group -> isRefused(group, host.name().place()))
                    .toList();
        }

        private boolean isWanted(String group, Span place) {
            return wanted.computeIfAbsent(group, name -> matches(meantFor.groups(), name, place))
                    && !isRefused(group, place);
        }

        private boolean isRefused(String group, Span place) {
            return refused.computeIfAbsent(
                    group,
                    name -> meantFor.never()
                            .filter(never -> matches(never, name, place))
                            .isPresent());
        }

        private static boolean matches(BoundedRegex boundedRegex, String group, Span place) {
            return boundedRegex.find(group, place).isPresent();
        }
    }
}
