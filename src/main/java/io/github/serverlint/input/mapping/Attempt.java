package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way to find a field. The steps are taken in this order: {@code follow}, {@code split}, {@code present} and
 * {@code absent}, {@code strip}, {@code capture}, {@code table}.
 *
 * @param when has to hold for the machine, or the attempt is not made
 * @param place where the mapping says it
 */
record Attempt(ValueOrigin origin, Steps steps, List<Requirement> when, Span place) {

    /** What is done with each value. */
    record Steps(
            Optional<Follow> follow,
            Optional<String> split,
            List<String> present,
            List<String> absent,
            Optional<BoundedRegex> strip,
            Optional<BoundedRegex> capture,
            Optional<Table> table,
            boolean weak) {}

    /**
     * A value that is the name of another.
     *
     * @param tag the tag that says so; without it every text is such a name
     * @param in finds, from the document, the mapping that the name is a key of
     * @param at finds the value from there
     */
    record Follow(Optional<String> tag, JsonPath in, JsonPath at) {}

    /** Other words for texts; capital and small letters are the same. */
    record Table(String name, Map<String, String> entries) {
        Optional<String> of(String text) {
            return Optional.ofNullable(entries.get(text.strip().toLowerCase(Locale.ROOT)));
        }
    }

    /** In words, for people who ask how a value was found. */
    String label() {
        return origin.label()
                + steps.table().map(table -> ", table " + table.name()).orElse("");
    }
}
