package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way to find a field. The steps are applied in this order: {@code follow}, {@code split}, {@code present} and
 * {@code absent}, {@code strip}, {@code capture}, {@code table}, {@code words-of}.
 *
 * @param when the requirements on the machine, without which the attempt is skipped
 * @param place its place in the mapping
 */
record Attempt(LookupPlace origin, Steps steps, List<Requirement> when, Span place) {

    /** The steps applied to each value. */
    record Steps(
            List<Follow> follow,
            Optional<String> split,
            List<String> present,
            List<String> absent,
            Optional<BoundedRegex> strip,
            Optional<BoundedRegex> capture,
            Optional<Table> table,
            Optional<WordList> wordsOf,
            boolean weak) {}

    /** A table that translates texts; case is ignored. */
    record Table(String name, Map<String, String> entries) {
        Optional<String> of(String text) {
            return Optional.ofNullable(entries.get(text.strip().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * A list of the catalog whose words mean something else elsewhere; a text that is not among them is no value.
     *
     * @param words in lower case
     */
    record WordList(String name, Set<String> words) {
        boolean contains(String text) {
            return words.contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** A description for reports of how a value was found. */
    String label() {
        return origin.label()
                + steps.table().map(table -> ", table " + table.name()).orElse("")
                + steps.wordsOf().map(list -> ", words of " + list.name()).orElse("");
    }
}
