package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One machine while its fields are found: all that attempts can look at. */
final class Machine {
    private final Span place;
    private final Optional<JsonPathMatch> record;
    private final Optional<JsonPathMatch> document;
    private final List<JsonPathMatch> defaults;
    private final Map<String, Value> fileParts;
    private final Variables variables;
    /** The document of a file of names and values, by its path. */
    private final Function<String, Optional<JsonPathMatch>> sides;

    private final Map<String, List<Field>> found = new HashMap<>();

    private Machine(
            Span place,
            Optional<JsonPathMatch> record,
            Optional<JsonPathMatch> document,
            List<JsonPathMatch> defaults,
            Map<String, Value> fileParts,
            Variables variables,
            Function<String, Optional<JsonPathMatch>> sides) {
        this.place = place;
        this.record = record;
        this.document = document;
        this.defaults = List.copyOf(defaults);
        this.fileParts = Map.copyOf(fileParts);
        this.variables = variables;
        this.sides = sides;
    }

    /** A machine that a record tells of. */
    static Machine of(JsonPathMatch record, JsonPathMatch document, Map<String, Value> fileParts, Folder folder) {
        return new Machine(
                record.node().place(),
                Optional.of(record),
                Optional.of(document),
                List.of(),
                fileParts,
                Variables.NONE,
                sides(folder));
    }

    /** A machine that nothing but variables tell of. */
    static Machine of(Span place, Variables variables, Function<String, Optional<JsonPathMatch>> sides) {
        return new Machine(place, Optional.empty(), Optional.empty(), List.of(), Map.of(), variables, sides);
    }

    static Function<String, Optional<JsonPathMatch>> sides(Folder folder) {
        return path -> folder.document(path).map(JsonPathMatch::root);
    }

    Machine with(List<JsonPathMatch> values) {
        return new Machine(place, record, document, values, fileParts, variables, sides);
    }

    Machine with(Variables effective) {
        return new Machine(place, record, document, defaults, fileParts, effective, sides);
    }

    /** Where its definition begins. */
    Span place() {
        return place;
    }

    Optional<JsonPathMatch> document() {
        return document;
    }

    /** The fields that were found before. */
    List<Field> field(String name) {
        return found.getOrDefault(name, List.of());
    }

    void found(String name, List<Field> fields) {
        found.put(name, fields);
    }

    /** What an origin yields, before any step. */
    List<Value> values(Origin origin) {
        if (origin instanceof Origin.At at) {
            List<Value> own = record.map(start -> below(start, at)).orElse(List.of());
            return own.isEmpty()
                    ? defaults.stream()
                            .map(start -> below(start, at))
                            .filter(values -> !values.isEmpty())
                            .findFirst()
                            .orElse(List.of())
                    : own;
        } else if (origin instanceof Origin.Root root) {
            return document.map(start -> root.selectors().stream()
                            .flatMap(jsonPath -> jsonPath.select(start).stream())
                            .map(jsonPathMatch -> Value.of(jsonPathMatch, start))
                            .toList())
                    .orElse(List.of());
        } else if (origin instanceof Origin.Key key) {
            return record.flatMap(jsonPathMatch -> jsonPathMatch.key(key.levelsAbove())).stream()
                    .map(Value::of)
                    .toList();
        } else if (origin instanceof Origin.OfFile part) {
            return Optional.ofNullable(fileParts.get(part.part())).stream().toList();
        } else if (origin instanceof Origin.Var variable) {
            return variables.find(variable.name(), variable.inside());
        } else if (origin instanceof Origin.Group group) {
            return Finder.matching(variables.groups(), group.expression());
        } else if (origin instanceof Origin.OtherField other) {
            return field(other.name()).stream()
                    .flatMap(field -> Finder.again(field).stream())
                    .toList();
        } else if (origin instanceof Origin.Const text) {
            return List.of(Value.of(text.text().usedAt(place)));
        }
        return side((Origin.Side) origin);
    }

    private static List<Value> below(JsonPathMatch start, Origin.At at) {
        return at.selectors().stream()
                .flatMap(jsonPath -> jsonPath.select(start).stream())
                .filter(jsonPathMatch -> !jsonPathMatch.node().isNull())
                .map(jsonPathMatch -> Value.of(jsonPathMatch, start))
                .toList();
    }

    /** The value beside the machine's name in a file of names and values. */
    private List<Value> side(Origin.Side side) {
        Optional<String> name = field(FieldRule.NAME).stream()
                .flatMap(field -> field.value().stream())
                .map(Finder::text)
                .findFirst();
        return name.flatMap(wanted -> sides.apply(side.file()).flatMap(root -> Finder.entry(root, wanted))).stream()
                .map(jsonPathMatch -> Value.of(jsonPathMatch, jsonPathMatch))
                .toList();
    }
}
