package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A machine whose fields are being found, with everything that attempts can read. */
final class Machine {
    private final Span place;
    private final Optional<JsonPathMatch> record;
    private final Optional<JsonPathMatch> document;
    private final List<JsonPathMatch> defaults;
    private final Map<String, LookedUpValue> fileParts;
    private final MachineVariables machineVariables;
    /** The root of a file of names and values, by its path. */
    private final Function<String, Optional<JsonPathMatch>> sides;

    private final Map<String, List<Field>> found = new HashMap<>();

    private Machine(
            Span place,
            Optional<JsonPathMatch> record,
            Optional<JsonPathMatch> document,
            List<JsonPathMatch> defaults,
            Map<String, LookedUpValue> fileParts,
            MachineVariables machineVariables,
            Function<String, Optional<JsonPathMatch>> sides) {
        this.place = place;
        this.record = record;
        this.document = document;
        this.defaults = List.copyOf(defaults);
        this.fileParts = Map.copyOf(fileParts);
        this.machineVariables = machineVariables;
        this.sides = sides;
    }

    /** A machine described by a record. */
    static Machine of(
            JsonPathMatch record,
            JsonPathMatch document,
            Map<String, LookedUpValue> fileParts,
            SourceFolder sourceFolder) {
        return new Machine(
                record.node().place(),
                Optional.of(record),
                Optional.of(document),
                List.of(),
                fileParts,
                MachineVariables.NONE,
                sides(sourceFolder));
    }

    /** A machine described by variables only. */
    static Machine of(Span place, MachineVariables machineVariables, Function<String, Optional<JsonPathMatch>> sides) {
        return new Machine(place, Optional.empty(), Optional.empty(), List.of(), Map.of(), machineVariables, sides);
    }

    static Function<String, Optional<JsonPathMatch>> sides(SourceFolder sourceFolder) {
        return path -> sourceFolder.document(path).map(JsonPathMatch::root);
    }

    Machine with(List<JsonPathMatch> values) {
        return new Machine(place, record, document, values, fileParts, machineVariables, sides);
    }

    Machine with(MachineVariables effective) {
        return new Machine(place, record, document, defaults, fileParts, effective, sides);
    }

    /** Where its definition begins. */
    Span place() {
        return place;
    }

    Optional<JsonPathMatch> document() {
        return document;
    }

    /** The results for a field that was found before. */
    List<Field> field(String name) {
        return found.getOrDefault(name, List.of());
    }

    void found(String name, List<Field> fields) {
        found.put(name, fields);
    }

    /** Why the values of an origin are not used; empty if they are, or if there are none. */
    Optional<String> unused(LookupPlace lookupPlace) {
        return lookupPlace instanceof LookupPlace.Var variable
                ? machineVariables.unused(variable.name())
                : Optional.empty();
    }

    /** The values of an origin, before any step. */
    List<LookedUpValue> values(LookupPlace lookupPlace) {
        if (lookupPlace instanceof LookupPlace.At at) {
            List<LookedUpValue> own =
                    record.map(start -> below(start, at.selectors())).orElse(List.of());
            return own.isEmpty()
                    ? defaults.stream()
                            .map(start -> below(start, at.selectors()))
                            .filter(values -> !values.isEmpty())
                            .findFirst()
                            .orElse(List.of())
                    : own;
        } else if (lookupPlace instanceof LookupPlace.Above above) {
            return record.stream()
                    .flatMap(JsonPathMatch::ancestors)
                    .map(around -> below(around, above.selectors()))
                    .filter(values -> !values.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        } else if (lookupPlace instanceof LookupPlace.Root root) {
            return document.map(start -> root.selectors().stream()
                            .flatMap(jsonPath -> jsonPath.select(start).stream())
                            .map(jsonPathMatch -> LookedUpValue.of(jsonPathMatch, start))
                            .toList())
                    .orElse(List.of());
        } else if (lookupPlace instanceof LookupPlace.Key key) {
            return record.flatMap(jsonPathMatch -> jsonPathMatch.key(key.levelsAbove())).stream()
                    .map(LookedUpValue::of)
                    .toList();
        } else if (lookupPlace instanceof LookupPlace.OfFile part) {
            return Optional.ofNullable(fileParts.get(part.part())).stream().toList();
        } else if (lookupPlace instanceof LookupPlace.Var variable) {
            return machineVariables.find(variable.name(), variable.inside());
        } else if (lookupPlace instanceof LookupPlace.Group group) {
            return ValueChecks.matching(machineVariables.groups(), group.expression());
        } else if (lookupPlace instanceof LookupPlace.OtherField other) {
            return field(other.name()).stream()
                    .flatMap(field -> ValueChecks.fieldValues(field).stream())
                    .toList();
        } else if (lookupPlace instanceof LookupPlace.Const text) {
            return List.of(LookedUpValue.of(text.text().usedAt(place)));
        } else if (lookupPlace instanceof LookupPlace.Join join) {
            return AttemptEvaluator.joined(this, join).stream().toList();
        }
        return side((LookupPlace.Side) lookupPlace);
    }

    private static List<LookedUpValue> below(JsonPathMatch start, List<JsonPath> selectors) {
        return selectors.stream()
                .flatMap(jsonPath -> jsonPath.select(start).stream())
                .filter(jsonPathMatch -> !jsonPathMatch.node().isNull())
                .map(jsonPathMatch -> LookedUpValue.of(jsonPathMatch, start))
                .toList();
    }

    /** The value beside the machine's name in a file of names and values. */
    private List<LookedUpValue> side(LookupPlace.Side side) {
        Optional<String> name = field(FieldRule.NAME).stream()
                .flatMap(field -> field.value().stream())
                .map(ValueChecks::text)
                .findFirst();
        return name
                .flatMap(wanted -> sides.apply(side.file()).flatMap(root -> ValueChecks.entry(root, wanted)))
                .stream()
                .map(jsonPathMatch -> LookedUpValue.of(jsonPathMatch, jsonPathMatch))
                .toList();
    }
}
