package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the values of servers were found. Servers of the native format have none: they say themselves what they are. */
public final class Provenance {
    public static final Provenance NONE = of(List.of());

    private final Map<String, ServerRecord> byServer = new HashMap<>();
    /** Of each place the first field: thousands of servers may have one value, and their ways are alike. */
    private final Map<Span, Field> byPlace = new HashMap<>();

    private Provenance(List<ServerRecord> records) {
        for (ServerRecord each : records) {
            String server = folded(each.name().value());
            // Of two servers with one name the first is judged, and the second reported.
            if (byServer.putIfAbsent(server, each) == null) {
                placed(each).forEach(field -> places(field).forEach(place -> byPlace.putIfAbsent(place, field)));
            }
        }
    }

    /** What was found, in reading order. */
    public static Provenance of(List<ServerRecord> records) {
        return new Provenance(records);
    }

    /** Whether nothing was found in another way than that it stands there. */
    public boolean isEmpty() {
        return byServer.isEmpty();
    }

    /** Whether a value was left out because nobody can be sure of it. */
    public boolean leavesOut() {
        return byServer.values().stream()
                .flatMap(each -> each.fields().stream())
                .anyMatch(field -> field.state().isUnclear());
    }

    /** The paths of all files that have said something of a server. */
    public Set<String> paths() {
        return byServer.values().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.name().place()),
                        each.fields().stream()
                                .flatMap(field -> Stream.concat(
                                        Stream.of(field.place()),
                                        field.trail().stream().map(ProvenanceStep::place)))))
                .map(Span::path)
                .collect(Collectors.toSet());
    }

    /** What is known of a server; empty for one of the native format. */
    public Optional<ServerRecord> of(String server) {
        return Optional.ofNullable(byServer.get(folded(server)));
    }

    /** Where a text names a server that was found; empty if the path of a file does. */
    public Optional<Span> named(String server) {
        return of(server).map(ServerRecord::name).map(Located::place).filter(place -> !isPoint(place));
    }

    /** The beginning of a file stands for its path, and nothing that stands there is about the server alone. */
    private static boolean isPoint(Span place) {
        return place.equals(Span.at(place.file(), 1, 1));
    }

    /**
     * The fields whose value stands at a place.
     *
     * @param server whose fields come first: one value may be that of many servers
     */
    public List<Field> at(Span place, Optional<String> server) {
        List<Field> own = server.flatMap(this::of).stream()
                .flatMap(Provenance::placed)
                .filter(field -> places(field).contains(place))
                .toList();
        return own.isEmpty() ? Optional.ofNullable(byPlace.get(place)).stream().toList() : own;
    }

    /** What is missing has no place of its own. */
    private static Stream<Field> placed(ServerRecord found) {
        return found.fields().stream().filter(field -> field.state() != FieldConfidence.MISSING);
    }

    private static List<Span> places(Field field) {
        List<Span> places = new ArrayList<>(List.of(field.place()));
        field.value().ifPresent(value -> {
            add(value, places);
            if (value instanceof Sequence list) {
                list.items().forEach(item -> add(item, places));
            }
        });
        return places.stream().distinct().toList();
    }

    private static void add(Node node, List<Span> places) {
        places.add(node.place());
        places.add(node.written());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
