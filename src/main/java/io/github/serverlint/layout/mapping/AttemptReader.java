package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.layout.mapping.Attempt.Follow;
import io.github.serverlint.layout.mapping.Attempt.Steps;
import io.github.serverlint.layout.mapping.Attempt.Table;
import io.github.serverlint.layout.mapping.Source.Reader;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a source asks of a machine: attempts and requirements.
 *
 * @param tables by name
 * @param parts what can be named of a file's path
 */
record AttemptReader(Reader reader, Map<String, Table> tables, Set<String> parts) {
    private static final List<String> ORIGINS =
            List.of("at", "root", "key", "file", "var", "group", "field", "const", "side");

    /** The origins that a reader has none of, and what has them instead. */
    private static final Map<Reader, Map<String, String>> FOREIGN = Map.of(
            Reader.YAML,
            Map.of(
                    "var", "The reader yaml has no variables; use \"at\".",
                    "group", "The reader yaml has no groups; use \"at\" or \"key\"."),
            Reader.LAYERED,
            Map.of("group", "The reader layered has no groups; use \"file\" or \"var\"."),
            Reader.ANSIBLE,
            Map.of(
                    "at", "The reader ansible has no records; use \"var\".",
                    "root", "The reader ansible has no records; use \"var\".",
                    "key", "The name of a host is \"var: inventory_hostname\".",
                    "file", "A host of an inventory stands in several files; use \"group\" or \"var\"."));

    /**
     * An attempt to find a field.
     *
     * @param above the fields that it may ask for
     */
    Optional<Attempt> attempt(Part part, FieldRule field, Set<String> above) {
        Optional<Origin> origin = origin(part, above);
        Steps steps = steps(part, field);
        List<Requirement> when = requirements(part, "when", above);
        part.rejectOtherKeys();
        if (field.name().equals(FieldRule.NAME)
                && origin.filter(Origin.Side.class::isInstance).isPresent()) {
            part.complain(part.place("side"), "A file of names and values cannot yield the name itself.", "");
        }
        return origin.map(from -> new Attempt(from, steps, when, part.place()));
    }

    private Steps steps(Part part, FieldRule field) {
        Optional<Follow> follow = part.part("follow", "\"follow\"").flatMap(AttemptReader::follow);
        Optional<String> split = part.text("split").map(Located::value);
        List<String> present = part.prefixes("present");
        List<String> absent = part.prefixes("absent");
        for (String key : List.of("split", "present", "absent")) {
            if (part.has(key) && !field.isList()) {
                part.complain(
                        part.place(key),
                        "\"" + key + "\" is for lists, and \"" + field.name() + "\" is one value.",
                        "The lists are roles, features and components.");
            }
        }
        Optional<BoundedRegex> strip = part.expression("strip");
        Optional<BoundedRegex> capture = part.expression("capture");
        Optional<Table> table = part.text("table").flatMap(name -> part.lookUp(tables, name, "table of this mapping"));
        boolean weak = part.flag("weak").map(Located::value).orElse(false);
        return new Steps(follow, split, present, absent, strip, capture, table, weak);
    }

    private static Optional<Follow> follow(Part part) {
        Optional<String> tag = part.text("tag").map(Located::value);
        Optional<JsonPath> in = part.required("in", part.selector("in"));
        Optional<JsonPath> at = part.required("at", part.selector("at"));
        part.rejectOtherKeys();
        return in.flatMap(mapping -> at.map(value -> new Follow(tag, mapping, value)));
    }

    /** What a list of requirements asks for: all of them have to hold. */
    List<Requirement> requirements(Part owner, String key, Set<String> fields) {
        List<Requirement> requirements = new ArrayList<>();
        for (Part part : owner.parts(key, "a test of \"" + key + "\"")) {
            requirement(part, fields).ifPresent(requirements::add);
            part.rejectOtherKeys();
        }
        return List.copyOf(requirements);
    }

    private Optional<Requirement> requirement(Part part, Set<String> fields) {
        for (String key : List.of("not", "anyOf")) {
            if (part.has(key)) {
                List<Requirement> inside = requirements(part, key, fields);
                return Optional.of(key.equals("not") ? new Requirement.Not(inside) : new Requirement.AnyOf(inside));
            }
        }
        Optional<Origin> origin = origin(part, fields);
        List<String> wanted = part.texts("equals").stream().map(Located::value).toList();
        Optional<BoundedRegex> matching = part.expression("matches");
        boolean exists = part.flag("exists").map(Located::value).orElse(true);
        return origin.map(from -> new Requirement.Check(from, wanted, matching, exists));
    }

    private Optional<Origin> origin(Part part, Set<String> fields) {
        List<String> named = ORIGINS.stream().filter(part::has).toList();
        if (named.isEmpty()) {
            part.complain(
                    part.place(), "Nothing says where to look.", "Add one of " + String.join(", ", ORIGINS) + ".");
            return Optional.empty();
        }
        if (named.size() > 1) {
            named.forEach(part::entry);
            part.complain(
                    part.place(named.get(1)),
                    "\"" + named.get(0) + "\" and \"" + named.get(1) + "\" both say where to look.",
                    "Make two attempts of it, in the order in which they count.");
            return Optional.empty();
        }
        String key = named.get(0);
        String refusal = FOREIGN.getOrDefault(reader, Map.of()).get(key);
        if (refusal != null) {
            part.entry(key);
            part.complain(part.place(key), refusal, "");
            return Optional.empty();
        }
        return switch (key) {
            case "at" -> ifAny(part.selectors(key)).map(Origin.At::new);
            case "root" -> ifAny(part.selectors(key)).map(Origin.Root::new);
            case "key" -> part.text(key).flatMap(text -> key(part, text));
            case "file" ->
                part.text(key)
                        .flatMap(text -> part.lookUp(names(parts), text, "part of a file's path"))
                        .map(Origin.OfFile::new);
            case "var" -> part.text(key).flatMap(text -> variable(part, text));
            case "group" -> part.expression(key).map(Origin.Group::new);
            case "field" ->
                part.text(key)
                        .flatMap(text -> part.lookUp(names(fields), text, "field that stands above"))
                        .map(Origin.OtherField::new);
            case "side" -> part.text(key).map(Located::value).map(Origin.Side::new);
            default ->
                part.entry(key)
                        .filter(entry -> entry.value() instanceof Scalar)
                        .map(entry -> new Origin.Const((Scalar) entry.value()));
        };
    }

    private static Optional<List<JsonPath>> ifAny(List<JsonPath> selectors) {
        return selectors.isEmpty() ? Optional.empty() : Optional.of(selectors);
    }

    private static Map<String, String> names(Set<String> accepted) {
        Map<String, String> names = new LinkedHashMap<>();
        accepted.forEach(name -> names.put(name, name));
        return names;
    }

    private static Optional<Origin> key(Part part, Located<String> text) {
        if (text.value().matches("[0-9]")) {
            return Optional.of(new Origin.Key(Integer.parseInt(text.value())));
        }
        part.complain(
                text.place(),
                "\"" + text.value() + "\" is no number of levels.",
                "0 is the record's own key, 1 that of what it stands in.");
        return Optional.empty();
    }

    /** A variable by its name, or something inside a variable by a selector that begins with its name. */
    private static Optional<Origin> variable(Part part, Located<String> text) {
        if (!text.value().startsWith("$")) {
            return Optional.of(new Origin.Var(text.value(), text.value(), Optional.empty()));
        }
        return part.selector(text).flatMap(jsonPath -> {
            if (jsonPath.firstName().isEmpty()) {
                part.complain(
                        text.place(),
                        "\"" + text.value() + "\" does not begin with the name of a variable.",
                        "Write $.variable, or $['variable'], and then what is inside it.");
                return Optional.empty();
            }
            return Optional.of(new Origin.Var(text.value(), jsonPath.firstName().get(), Optional.of(jsonPath.rest())));
        });
    }
}
