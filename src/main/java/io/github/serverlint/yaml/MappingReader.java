package io.github.serverlint.yaml;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_KEY;

import io.github.serverlint.finding.CappedFindings;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reader of the expected keys of a mapping, which reports all others with a suggestion. Definitions and catalog are
 * both read through it, so that their errors are worded alike.
 *
 * <p>Each method returns empty if the key is absent or its value is invalid; an invalid value has been reported.
 */
public class MappingReader {
    private static final String NO_TAG = "Remove the tag.";

    private final Mapping mapping;
    private final FindingReporter findingReporter;
    private final List<String> known = new ArrayList<>();

    public MappingReader(Mapping mapping, FindingReporter findingReporter) {
        this.mapping = mapping;
        this.findingReporter = findingReporter;
    }

    /** The entry itself, for values that may be of several kinds. */
    public Optional<Entry> entry(String key) {
        known.add(key);
        return mapping.entry(key).filter(this::isUsable);
    }

    private boolean isUsable(Entry entry) {
        if (!hasNoForeignTag(entry, entry.value())) {
            return false;
        }
        if (entry.value().isNull()) {
            // An empty value has no span of its own, so report it at the key.
            findingReporter
                    .at(entry.name())
                    .report(
                            MISSING_VALUE,
                            entry.key().located(),
                            "The key \"" + entry.name() + "\" in " + findingReporter.what() + " has no value.",
                            "Give it one, or remove the key.");
            return false;
        }
        return true;
    }

    /** The text of a scalar. */
    public Optional<Located<String>> text(String key) {
        return entry(key).flatMap(entry -> text(entry, entry.value()));
    }

    /** The text of an entry that was read before. */
    public Optional<Located<String>> text(Entry entry) {
        return text(entry, entry.value());
    }

    /** The texts of a list; a single scalar counts as a list of one. */
    public List<Located<String>> texts(String key) {
        return entry(key).map(this::texts).orElse(List.of());
    }

    /** The texts of an entry that was read before. */
    public List<Located<String>> texts(Entry entry) {
        if (entry.value() instanceof Mapping mapped) {
            wrongKind(entry, mapped, "one text or a list of them");
            return List.of();
        }
        if (!(entry.value() instanceof Sequence sequence)) {
            return text(entry, entry.value()).stream().toList();
        }
        List<Located<String>> texts = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (hasNoForeignTag(entry, item)) {
                text(entry, item).ifPresent(texts::add);
            }
        }
        return texts;
    }

    public Optional<Mapping> mapping(String key) {
        return entry(key).flatMap(entry -> {
            if (entry.value() instanceof Mapping value) {
                return Optional.of(value);
            }
            wrongKind(entry, entry.value(), "a mapping");
            return Optional.empty();
        });
    }

    /** The items of a list of mappings. */
    public List<Mapping> mappings(String key) {
        return entry(key)
                .map(entry -> {
                    if (!(entry.value() instanceof Sequence sequence)) {
                        wrongKind(entry, entry.value(), "a list");
                        return List.<Mapping>of();
                    }
                    List<Mapping> items = new ArrayList<>();
                    for (Node item : sequence.items()) {
                        if (item instanceof Mapping itemMapping && hasNoForeignTag(entry, item)) {
                            items.add(itemMapping);
                        } else if (!(item instanceof Mapping)) {
                            wrongKind(entry, item, "a list of mappings");
                        }
                    }
                    return items;
                })
                .orElse(List.of());
    }

    public Optional<Located<Boolean>> flag(String key) {
        return entry(key).flatMap(entry -> flag(entry));
    }

    /** The boolean of an entry that was read before. */
    public Optional<Located<Boolean>> flag(Entry entry) {
        if (entry.value() instanceof Scalar scalar && scalar.asBoolean().isPresent()) {
            return Optional.of(scalar.located().with(scalar.asBoolean().get()));
        }
        wrongKind(entry, entry.value(), "true or false");
        return Optional.empty();
    }

    /** Requires a value; a missing key is reported at the mapping. */
    public <T> Optional<T> required(String key, Optional<T> value) {
        if (value.isEmpty() && mapping.entry(key).isEmpty()) {
            findingReporter
                    .at(key)
                    .report(
                            MISSING_VALUE,
                            place(mapping),
                            "The key \"" + key + "\" is missing in " + findingReporter.what() + ".",
                            "Add it.");
        }
        return value;
    }

    /**
     * Reports each key that was not read as unknown, and tags before keys and before the mapping itself as not
     * understood. Keys that begin with {@code x-} are ignored.
     */
    public void rejectOtherKeys() {
        mapping.foreignTag()
                .ifPresent(tag -> findingReporter.report(
                        INVALID_VALUE,
                        place(mapping),
                        "This mapping carries the tag " + tag + ", which only another tool understands.",
                        NO_TAG));
        int others = 0;
        for (Entry entry : mapping.entries()) {
            rejectTag(entry.key());
            String key = entry.name();
            // More findings than this are not shown.
            if (!known.contains(key) && !key.startsWith("x-") && others++ <= CappedFindings.MOST_ERRORS) {
                findingReporter
                        .at(key)
                        .report(
                                UNKNOWN_KEY,
                                entry.key().located(),
                                "\"" + key + "\" is not a key of " + findingReporter.what() + ".",
                                Suggestions.advice(key, new LinkedHashSet<>(known)));
            }
        }
    }

    /** Reports the tag of a key, if it has one. */
    public void rejectTag(Scalar key) {
        key.foreignTag()
                .ifPresent(tag -> findingReporter
                        .at(key.text())
                        .report(
                                INVALID_VALUE,
                                key.located(),
                                "The key \"" + key.text() + "\" carries the tag " + tag
                                        + ", which only another tool understands.",
                                NO_TAG));
    }

    /** Reports a value of the wrong kind. */
    public void wrongKind(Entry entry, Node value, String wanted) {
        findingReporter
                .at(entry.name())
                .report(
                        INVALID_VALUE,
                        place(value),
                        "\"" + entry.name() + "\" in " + findingReporter.what() + " takes " + wanted + ", not "
                                + value.kind() + ".",
                        "");
    }

    private Optional<Located<String>> text(Entry entry, Node value) {
        if (value.isNull()) {
            empty(entry, value);
        } else if (!(value instanceof Scalar scalar)) {
            wrongKind(entry, value, "text");
        } else if (scalar.text().isBlank()) {
            empty(entry, value);
        } else {
            return Optional.of(scalar.located());
        }
        return Optional.empty();
    }

    private void empty(Entry entry, Node value) {
        findingReporter
                .at(entry.name())
                .report(
                        MISSING_VALUE,
                        place(value),
                        "\"" + entry.name() + "\" in " + findingReporter.what() + " has an empty value.",
                        "Fill it in, or remove it.");
    }

    /**
     * Reports a foreign tag such as {@code !Ref}: another tool computes the value, so its text means something else.
     */
    private boolean hasNoForeignTag(Entry entry, Node value) {
        value.foreignTag()
                .ifPresent(tag -> findingReporter
                        .at(entry.name())
                        .report(
                                INVALID_VALUE,
                                place(value),
                                "\"" + entry.name() + "\" in " + findingReporter.what() + " carries the tag " + tag
                                        + ", which only another tool understands.",
                                "Write the value itself."));
        return value.foreignTag().isEmpty();
    }

    private static Located<String> place(Node node) {
        return new Located<>("", node.place(), node.written());
    }
}
