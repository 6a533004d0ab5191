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

/** Provenance of the servers' values. Servers of the native format have none: they state their values themselves. */
public final class Provenance {
    public static final Provenance NONE = of(List.of());

    private final Map<String, ServerRecord> byServer = new HashMap<>();
    /** The first field of each place: thousands of servers may share a value, with similar provenance. */
    private final Map<Span, Field> byPlace = new HashMap<>();

    private Provenance(List<ServerRecord> records) {
        for (ServerRecord each : records) {
            String server = normalized(each.fullName().full());
            // Of two servers with the same name the first is used, and the second reported.
            if (byServer.putIfAbsent(server, each) == null) {
                placed(each).forEach(field -> places(field).forEach(place -> byPlace.putIfAbsent(place, field)));
            }
        }
    }

    /** The provenance of records, in reading order. */
    public static Provenance of(List<ServerRecord> records) {
        return new Provenance(records);
    }

    /** Whether there are no records. */
    public boolean isEmpty() {
        return byServer.isEmpty();
    }

    /** Whether a value was left out because it is uncertain. */
    public boolean hasUnclearValues() {
        return byServer.values().stream()
                .flatMap(each -> each.fields().stream())
                .anyMatch(field -> field.state().isUnclear());
    }

    /** The paths of all files that contributed to a server. */
    public Set<String> paths() {
        return byServer.values().stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.name().place()),
                        each.fields().stream()
                                .flatMap(field -> Stream.concat(
                                        Stream.of(field.place()),
                                        field.steps().stream().map(ProvenanceStep::place)))))
                .map(Span::path)
                .collect(Collectors.toSet());
    }

    /** The record of a server; empty for the native format. */
    public Optional<ServerRecord> of(String server) {
        return Optional.ofNullable(byServer.get(normalized(server)));
    }

    /** The place of a server's name in a text; empty if the name comes from a file's path. */
    public Optional<Span> named(String server) {
        return of(server).map(ServerRecord::name).map(Located::place).filter(place -> !isFileStart(place));
    }

    /** Whether a place is the start of a file, which represents the path of the file. */
    private static boolean isFileStart(Span place) {
        return place.equals(Span.at(place.file(), 1, 1));
    }

    /**
     * The fields whose value is at a place.
     *
     * @param server the server whose fields take precedence: many servers may share a value
     */
    public List<Field> at(Span place, Optional<String> server) {
        List<Field> own = server.flatMap(this::of).stream()
                .flatMap(Provenance::placed)
                .filter(field -> places(field).contains(place))
                .toList();
        return own.isEmpty() ? Optional.ofNullable(byPlace.get(place)).stream().toList() : own;
    }

    /** Missing fields have no place of their own. */
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

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
