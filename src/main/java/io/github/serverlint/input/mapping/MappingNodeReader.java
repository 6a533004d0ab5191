package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;

import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.jsonpath.JsonPathSyntaxException;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reader of a mapping node in a mapping file, with the value types of the mapping language. */
final class MappingNodeReader extends MappingReader {
    private final Mapping mapping;
    private final FindingReporter findingReporter;

    MappingNodeReader(Mapping mapping, FindingReporter findingReporter) {
        super(mapping, findingReporter);
        this.mapping = mapping;
        this.findingReporter = findingReporter;
    }

    Span place() {
        return mapping.place();
    }

    /** What it says, whatever the order of its keys, its quotes and its comments. */
    String written() {
        return written(mapping);
    }

    private static String written(Node node) {
        if (node instanceof Mapping entries) {
            return entries.entries().stream()
                    .map(entry -> written(entry.key()) + ": " + written(entry.value()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (node instanceof Sequence list) {
            return list.items().stream().map(MappingNodeReader::written).collect(Collectors.joining(", ", "[", "]"));
        }
        String text = ((Scalar) node).text();
        return text.length() + ":" + text;
    }

    /** The place of a key, or of the whole mapping if the key is missing. */
    Span place(String key) {
        return mapping.entry(key).map(entry -> entry.key().place()).orElse(place());
    }

    boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    void reportInvalid(Span place, String message, String fix) {
        findingReporter.report(INVALID_VALUE, place, message, fix);
    }

    /** Readers for a list of mappings; a single mapping counts as a list of one. */
    List<MappingNodeReader> parts(String key, String what) {
        return entry(key).map(entry -> parts(entry, what)).orElse(List.of());
    }

    /** Readers for the mappings of an entry that was read before. */
    List<MappingNodeReader> parts(Entry entry, String what) {
        List<Node> items = entry.value() instanceof Sequence sequence ? sequence.items() : List.of(entry.value());
        List<MappingNodeReader> parts = new ArrayList<>();
        items.forEach(item -> part(entry, item, what).ifPresent(parts::add));
        return parts;
    }

    /** A reader for one of the mappings of an entry. */
    Optional<MappingNodeReader> part(Entry entry, Node item, String what) {
        if (item instanceof Mapping part) {
            return Optional.of(new MappingNodeReader(part, findingReporter.child(what, entry.name())));
        }
        wrongKind(entry, item, "a mapping or a list of them");
        return Optional.empty();
    }

    Optional<MappingNodeReader> part(String key, String what) {
        return mapping(key).map(part -> new MappingNodeReader(part, findingReporter.child(what, key)));
    }

    /** The entries of a mapping with arbitrary keys. */
    List<Entry> named(String key) {
        return mapping(key).map(Mapping::entries).orElse(List.of());
    }

    /** A reader for an entry with an arbitrary key. */
    MappingNodeReader below(Entry entry, String what) {
        return new MappingNodeReader(
                new Mapping(List.of(entry), entry.key().place(), entry.key().written(), Optional.empty()),
                findingReporter.child(what, entry.name()));
    }

    Optional<JsonPath> selector(String key) {
        return text(key).flatMap(this::selector);
    }

    List<JsonPath> selectors(String key) {
        return texts(key).stream().flatMap(text -> selector(text).stream()).toList();
    }

    Optional<JsonPath> selector(Located<String> text) {
        try {
            return Optional.of(JsonPath.of(text.value()));
        } catch (JsonPathSyntaxException e) {
            reportInvalid(
                    inside(text, e.column()), "\"" + text.value() + "\" is no selector: " + lowered(e.problem()), "");
            return Optional.empty();
        }
    }

    Optional<BoundedRegex> expression(String key) {
        return text(key).flatMap(this::expression);
    }

    Optional<BoundedRegex> expression(Located<String> text) {
        try {
            return Optional.of(BoundedRegex.of(text.value()));
        } catch (JsonPathSyntaxException e) {
            reportInvalid(
                    inside(text, e.column()),
                    e.problem(),
                    "Put it into single quotes, where a backslash is just that.");
            return Optional.empty();
        }
    }

    <T> Optional<T> lookUp(Map<String, T> accepted, Located<String> text, String what) {
        T found = accepted.get(text.value());
        if (found == null) {
            findingReporter.report(
                    INVALID_VALUE,
                    text,
                    "\"" + text.value() + "\" is no " + what + ".",
                    accepted.isEmpty() ? "There is none." : Suggestions.advice(text.value(), accepted.keySet()));
        }
        return Optional.ofNullable(found);
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> type, String what) {
        return text(key).flatMap(text -> lookUp(KebabCase.of(type), text, what));
    }

    /** Texts that may be empty or blank, such as prefixes. */
    List<String> prefixes(String key) {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        List<String> prefixes = new ArrayList<>();
        Node value = entry.get().value();
        for (Node item : value instanceof Sequence sequence ? sequence.items() : List.of(value)) {
            if (item instanceof Scalar scalar) {
                prefixes.add(scalar.text());
            } else {
                wrongKind(entry.get(), item, "text");
            }
        }
        return List.copyOf(prefixes);
    }

    /** The entries of a mapping from text to text. */
    Map<String, Located<String>> pairs(String key, String what) {
        Map<String, Located<String>> pairs = new LinkedHashMap<>();
        part(key, what)
                .ifPresent(mappingNodeReader -> named(key)
                        .forEach(entry -> mappingNodeReader
                                .text(entry.name())
                                .ifPresent(value -> pairs.put(entry.name(), value))));
        return pairs;
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** Converts a column of a text to a place in the file, where quotes and escapes take up more columns. */
    private static Span inside(Located<String> text, int column) {
        Span place = text.written();
        String line = place.file().line(place.line());
        int offset = line.offsetByCodePoints(0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
        char quote = offset < line.length() ? line.charAt(offset) : ' ';
        boolean quoted = quote == '\'' || quote == '"';
        offset += quoted ? 1 : 0;
        for (int i = 1; i < column && offset < line.length(); i++) {
            boolean pair =
                    (quote == '\'' && line.startsWith("''", offset)) || (quote == '"' && line.charAt(offset) == '\\');
            offset += pair ? 2 : Character.charCount(line.codePointAt(offset));
        }
        boolean block = quote == '|' || quote == '>';
        return block
                ? place
                : Span.at(place.file(), place.line(), line.codePointCount(0, Math.min(offset, line.length())) + 1);
    }
}
